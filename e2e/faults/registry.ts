/** Every row that needs no window, in the order of the table. Rows in the app are journeys: faults/*.e2e.ts. */
import type { Row } from './row';
import { killedBackingUp, killedExporting, killedRestoring } from './rows/killed-copying';
import { killedImporting } from './rows/killed-importing';
import { killedMigrating } from './rows/killed-migrating';
import { killedWriting } from './rows/killed-writing';

export const rows: readonly Row[] = [
  killedWriting,
  killedImporting,
  killedMigrating,
  killedBackingUp,
  killedExporting,
  killedRestoring,
];

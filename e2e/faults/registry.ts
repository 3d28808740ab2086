/** Every row that needs no window, in the order of the table. Rows in the app are journeys: faults/*.e2e.ts. */
import type { Row } from './row';
import { flippedBit, overwrittenPage } from './rows/damaged-bytes';
import { heldElsewhere } from './rows/held-elsewhere';
import { hostileExports } from './rows/hostile-exports';
import { bombs } from './rows/hostile-files';
import { killedBackingUp, killedExporting, killedRestoring } from './rows/killed-copying';
import { killedImporting } from './rows/killed-importing';
import { killedMigrating } from './rows/killed-migrating';
import { killedWriting } from './rows/killed-writing';
import { malformedMessages } from './rows/malformed-messages';
import { powerCut } from './rows/power-cut';
import { cutFiles, foreignFiles, staleLog } from './rows/refused-files';
import { hugeTexts, searchJunk, strangeTexts } from './rows/strange-texts';
import { fullDisk, readOnly } from './rows/unwritable';

export const rows: readonly Row[] = [
  killedWriting,
  killedImporting,
  killedMigrating,
  killedBackingUp,
  killedExporting,
  killedRestoring,
  powerCut,
  cutFiles,
  overwrittenPage,
  flippedBit,
  staleLog,
  foreignFiles,
  readOnly,
  fullDisk,
  heldElsewhere,
  bombs,
  strangeTexts,
  hugeTexts,
  searchJunk,
  hostileExports,
  malformedMessages,
];

/**
 * What an export format is: a pure function from a bundle to files, and what it says
 * of itself. One file a format, one line in registry.ts; menus, the command line and
 * the contract tests are derived from there.
 */
import type { ExportFormat } from '@shared/contract/shapes';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';

export interface Exporter extends ExportFormat {
  /** What this format can't carry of this bundle, without writing; empty when nothing is lost. */
  readonly losses: (bundle: ExportBundle) => readonly Loss[];
  /**
   * The files, made one at a time while they are iterated. The same bundle gives the
   * same bytes. **Neighbouring values with the same path are pieces of one file**: the
   * writer appends them (a large archive is never held whole). A format whose `target`
   * is `file` yields a single path, which the writer replaces by the one chosen.
   */
  readonly write: (bundle: ExportBundle) => Iterable<ExportedFile>;
}

/** What the contract between archive and window tells of a format: the exporter without its functions. */
export function describeExporter(exporter: Exporter): ExportFormat {
  const { id, label, description, target, extension, selectable } = exporter;
  return { id, label, description, target, extension, selectable };
}

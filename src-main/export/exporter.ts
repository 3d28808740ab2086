/**
 * What an export format is: a pure function from a bundle to files, and what it says
 * of itself. One file a format, one line in registry.ts; menus, the command line and
 * the contract tests are derived from there.
 */
import type { ExportFormat } from '@shared/contract/shapes';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';

export interface Exporter extends ExportFormat {
  /** True when the format brings what is in the bin back as such; others are not given the bin. */
  readonly carriesBin: boolean;
  /** What this format can't carry of this bundle, without writing; empty when nothing is lost. */
  readonly losses: (bundle: ExportBundle) => readonly Loss[];
  /**
   * The files, made one at a time while they are iterated; the same bundle gives the
   * same bytes. A format whose `target` is `file` yields exactly one.
   */
  readonly write: (bundle: ExportBundle) => Iterable<ExportedFile>;
  /**
   * For a format of one large file: the bytes of that file in pieces to be appended, so
   * that an archive is never held whole. A writer that can append prefers it to `write`.
   */
  readonly writePieces?: (bundle: ExportBundle) => Iterable<Uint8Array>;
}

/** What the contract between archive and window tells of a format: the exporter without its functions. */
export function describeExporter(exporter: Exporter): ExportFormat {
  const { id, label, description, target, extension, selectable } = exporter;
  return { id, label, description, target, extension, selectable };
}

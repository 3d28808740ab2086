/**
 * What an export format is: a pure function from a bundle to files, and what it says
 * of itself. One file a format, one line in registry.ts; menus, the command line,
 * docs/formats.md and the contract tests are derived from there.
 */
import type { ExportChoices } from '@shared/contract/export-choices';
import type { ExportFormat } from '@shared/contract/export-shapes';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';

export interface Exporter extends ExportFormat {
  /** True when the format brings what is in the bin back as such; others are not given the bin. */
  readonly carriesBin: boolean;
  /** What this format can't carry of this bundle, without writing; empty when nothing is lost. */
  readonly losses: (bundle: ExportBundle, choices?: ExportChoices) => readonly Loss[];
  /**
   * The files, made one at a time while they are iterated; the same bundle and choices give
   * the same bytes. A format whose `target` is `file` yields exactly one. A format that
   * `needs` a printer yields the page to be printed.
   */
  readonly write: (bundle: ExportBundle, choices?: ExportChoices) => Iterable<ExportedFile>;
  /**
   * For a format of one large file: the bytes of that file in pieces to be appended, so
   * that an archive is never held whole. A writer that can append prefers it to `write`.
   */
  readonly writePieces?: (bundle: ExportBundle, choices?: ExportChoices) => Iterable<Uint8Array>;
}

/** What the contract between archive and window tells of a format: the exporter without its functions. */
export function describeExporter(exporter: Exporter): ExportFormat {
  const { id, label, description, carries, target, extension, selectable, options, needs, preview } = exporter;
  return { id, label, description, carries, target, extension, selectable, options, needs, preview };
}

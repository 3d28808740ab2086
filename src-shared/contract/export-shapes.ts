/** What an export is chosen by, and what came of it. */
import type { Loss } from '../model/bundle';
import type { ExportOption } from './export-choices';

export interface ExportReport {
  readonly format: string;
  /** Where it was written. */
  readonly path: string;
  readonly files: number;
  readonly sizeBytes: number;
  readonly losses: readonly Loss[];
}

export interface ExportFormat {
  readonly id: string;
  readonly label: { readonly en: string; readonly fr: string };
  /** What the format is for, one sentence. */
  readonly description: { readonly en: string; readonly fr: string };
  /** `file`: one file with this ending; `folder`: files in a folder. */
  readonly target: 'file' | 'folder';
  readonly extension: string;
  /** False for formats that take the whole archive only. */
  readonly selectable: boolean;
  /** What it holds, in a few words, for the table of formats. */
  readonly carries: { readonly en: string; readonly fr: string };
  readonly options: readonly ExportOption[];
  /** `printer`: made by the app's own Chromium, which the command line has not. */
  readonly needs: 'nothing' | 'printer';
  /** Whether the beginning of its files says something to a person. */
  readonly preview: 'text' | 'none';
}

/** What an export would write, before it is written. */
export interface ExportPreview {
  readonly documents: number;
  readonly passages: number;
  readonly links: number;
  readonly losses: readonly Loss[];
  /** Names of the first files a few documents would make. */
  readonly files: readonly string[];
  /** The beginning of the first of them; empty where it says nothing to a person. */
  readonly beginning: string;
}

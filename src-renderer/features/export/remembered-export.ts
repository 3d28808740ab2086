/** What was chosen the last time something was exported: the format, and each format's options. */
const storageKey = 'postil.export';

/** Options are kept by format, so that a table's columns are there again after a PDF. */
export interface RememberedExport {
  readonly format: string;
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

const nothing: RememberedExport = { format: '', values: {} };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');
const isRemembered = (value: unknown): value is RememberedExport =>
  isRecord(value) &&
  typeof value.format === 'string' &&
  isRecord(value.values) &&
  Object.values(value.values).every((options) => isRecord(options) && Object.values(options).every(isIds));

/** What was chosen; nothing where nothing was, or what is kept is of another version. */
export function rememberedExport(): RememberedExport {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return isRemembered(kept) ? kept : nothing;
  } catch {
    // No JSON: as if nothing had been kept.
    return nothing;
  }
}

/** Keeps what was chosen. */
export function rememberExport(format: string, values: RememberedExport['values']): void {
  localStorage.setItem(storageKey, JSON.stringify({ format, values }));
}

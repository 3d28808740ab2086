/** What a person chooses for an export beside its format: the language of its words and the format's own options. */
import type { Wording } from '../kinds/kinds';

export const exportLanguages = ['en', 'fr'] as const;
export type ExportLanguage = (typeof exportLanguages)[number];

/** One thing to choose. A value is always a list of ids: one of a `choice`, any number of `several`, in the order chosen. */
export interface ExportOption {
  readonly id: string;
  readonly type: 'choice' | 'several';
  readonly label: Wording;
  readonly options: readonly { readonly id: string; readonly label: Wording }[];
  readonly byDefault: readonly string[];
}

export interface ExportChoices {
  readonly language: ExportLanguage;
  /** By option. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** English words, and every option as its format has it. */
export const defaultChoices: ExportChoices = { language: 'en', values: {} };

/** What was chosen for an option, unknown ids left out; its default where nothing was. */
export function chosenFor(option: ExportOption, { values }: ExportChoices): readonly string[] {
  const known = new Set(option.options.map(({ id }) => id));
  const chosen = Object.hasOwn(values, option.id) ? values[option.id]?.filter((id) => known.has(id)) : undefined;
  if (chosen === undefined || chosen.length === 0) return option.byDefault;
  return option.type === 'choice' ? chosen.slice(0, 1) : [...new Set(chosen)];
}

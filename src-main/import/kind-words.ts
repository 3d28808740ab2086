/** Kinds and their fields, told from the words other programs' files carry them as, in either language. */
import { findKind, type KindId, kinds } from '@shared/kinds/kinds';
import { type RelationId, relations } from '@shared/kinds/relations';
import { fold } from '@shared/text/fold';
import { toEdtf } from './edtf-date';

/** The kind a code or tag is named after: its id, its name or its plural. */
export function kindNamed(name: string): KindId | null {
  const folded = fold(name);
  const found = kinds.find(({ id, label, plural }) =>
    [id, label.en, label.fr, plural.en, plural.fr].some((word) => fold(word) === folded),
  );
  return found?.id ?? null;
}

/** The first tag that names a kind gives it; all others are labels. */
export function kindAndLabels(tags: readonly string[]): {
  readonly kind: KindId;
  readonly labels: readonly string[];
} {
  const given = tags.findIndex((tag) => kindNamed(tag) !== null);
  const kind = kindNamed(tags[given] ?? '') ?? 'claim';
  return { kind, labels: [...new Set(tags.filter((_, index) => index !== given))] };
}

/** The relation a link is named after, in either language; `related` for any other name. */
export function relationNamed(name: string): RelationId {
  const folded = fold(name);
  const found = relations.find(({ id, label }) => [id, label.en, label.fr].some((word) => fold(word) === folded));
  return found?.id ?? 'related';
}

export interface SplitComment {
  readonly comment: string;
  readonly fields: readonly (readonly [string, string])[];
}

/**
 * Takes apart what Postil writes after a comment: its fields, a line each ("Speaker: Séoul").
 * Lines of links ("→ supports …") stay, as words; so does a line that cannot be read back.
 *
 * @param plain - takes a line out of its markup
 */
export function splitComment(said: string, kind: KindId, plain: (line: string) => string): SplitComment {
  const from = said.lastIndexOf('\n\n');
  const lines = said.slice(from < 0 ? 0 : from + 2).split('\n');
  const read = lines.map((line) => fieldIn(plain(line), kind));
  const isList = lines.every((line, index) => plain(line).startsWith('→ ') || read[index] !== null);
  if (!isList) return { comment: said, fields: [] };
  const kept = lines.filter((_, index) => read[index] === null).join('\n');
  const comment = [from < 0 ? '' : said.slice(0, from), kept].filter((part) => part !== '').join('\n\n');
  return { comment, fields: read.flatMap((field) => (field === null ? [] : [field])) };
}

function fieldIn(line: string, kind: KindId): readonly [string, string] | null {
  const parts = /^([^:]{1,60}): (.+)$/.exec(line);
  if (parts === null) return null;
  const [label, value] = [fold(parts[1] ?? '').trim(), parts[2] ?? ''];
  const field = findKind(kind)?.fields.find(({ label: words }) => fold(words.en) === label || fold(words.fr) === label);
  switch (field?.type) {
    case undefined:
      return null;
    case 'name':
      return [field.id, value];
    case 'date': {
      const date = toEdtf(value);
      return date === '' ? null : [field.id, date];
    }
    case 'choice': {
      const word = fold(value);
      const option = field.options.find(({ label: words }) => fold(words.en) === word || fold(words.fr) === word);
      return option === undefined ? null : [field.id, option.id];
    }
  }
}

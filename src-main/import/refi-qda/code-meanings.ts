/**
 * What the codes of a project mean here: a code named like a kind gives the kind, those named
 * like its choices below it a field's value, every other a label, nested as the codes are.
 */
import { type KindId, kinds } from '@shared/kinds/kinds';
import { fold } from '@shared/text/fold';
import { kindNamed } from '../kind-words';
import { tidyLine } from '../title';
import type { XmlElement } from '../xml';
import { attributeOf, descriptionOf, guidIn, localName, named, within } from './qda-elements';

export type CodeMeaning =
  | { readonly is: 'kind'; readonly kind: KindId }
  | { readonly is: 'field'; readonly kind: KindId; readonly field: string; readonly value: string }
  | { readonly is: 'label'; readonly label: string };

export interface Code {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly depth: number;
  readonly meaning: CodeMeaning;
}

/** Levels a label keeps; deeper ones are joined to the last. */
const deepest = 12;
const longestName = 200;
/** The code under which Postil writes its labels. */
const labelRoots: readonly string[] = ['labels', 'etiquettes'].map(fold);

/** All codes of a code book in the order of the tree. `isOwn`: Postil wrote it. */
export function readCodes(codeBook: XmlElement | undefined, isOwn: boolean): readonly Code[] {
  const roots = within(codeBook, 'Codes').filter((element) => localName(element) === 'Code');
  const codes: Code[] = [];
  const names = new Set<string>();
  const visit = (element: XmlElement, path: readonly string[], kind: KindId | null): void => {
    const written = tidyLine(attributeOf(element, 'name'), longestName) || 'untitled';
    const name = isOwn ? withoutNumber(written, names) : written;
    names.add(written.toLowerCase());
    const own = path.length === 0 ? kindNamed(name) : null;
    const isLabelRoot = isOwn && path.length === 0 && labelRoots.includes(fold(name));
    const below = own !== null || isLabelRoot ? path : [...path, name];
    const meaning = meaningOf(name, below, own, kind);
    codes.push({ guid: guidIn(element), name, description: descriptionOf(element), depth: path.length, meaning });
    const inner = path.length < deepest ? below : path;
    for (const child of named(element, 'Code')) visit(child, own !== null ? [name] : inner, own ?? kind);
  };
  for (const root of roots) visit(root, [], null);
  return codes;
}

/** Postil numbers names that would be written twice; the number is no part of the name. */
function withoutNumber(name: string, before: ReadonlySet<string>): string {
  const base = /^(.*) \(\d+\)$/.exec(name)?.[1];
  return base !== undefined && before.has(base.toLowerCase()) ? base : name;
}

function meaningOf(name: string, path: readonly string[], own: KindId | null, kind: KindId | null): CodeMeaning {
  if (own !== null) return { is: 'kind', kind: own };
  const choice = kind === null ? null : choiceNamed(kind, name);
  if (choice !== null) return choice;
  return { is: 'label', label: path.join('/') };
}

/** "Verdict - disputed", below the code of a kind with such a field. */
function choiceNamed(kind: KindId, name: string): CodeMeaning | null {
  const folded = fold(name);
  for (const field of kinds.find(({ id }) => id === kind)?.fields ?? []) {
    if (field.type !== 'choice') continue;
    const option = field.options.find(({ label }) =>
      (['en', 'fr'] as const).some((language) => fold(`${field.label[language]} - ${label[language]}`) === folded),
    );
    if (option !== undefined) return { is: 'field', kind, field: field.id, value: option.id };
  }
  return null;
}

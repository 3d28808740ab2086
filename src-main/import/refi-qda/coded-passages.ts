/** The coded passages of a source: kind, fields and labels from the codes, the comment from the description. */
import type { KindId } from '@shared/kinds/kinds';
import type { ImportedAnnotation } from '@shared/model/document';
import { annotationUid } from '@shared/model/ids';
import { normaliseText } from '@shared/text/canonical-text';
import { splitComment } from '../kind-words';
import type { XmlElement } from '../xml';
import type { Code } from './code-meanings';
import type { PlainSource } from './plain-source';
import { attributeOf, descriptionOf, guidIn, named, timeOf, uidIn } from './qda-elements';

export interface Coding {
  readonly codes: ReadonlyMap<string, Code>;
  /** Postil wrote the file: what it added to comments is told from them. */
  readonly isOwn: boolean;
}

/** Codes an element is coded with; those that are not in the code book are left out. */
export const codesOf = (element: XmlElement, { codes }: Coding): readonly Code[] =>
  named(element, 'Coding')
    .flatMap((coding) => named(coding, 'CodeRef'))
    .flatMap((reference) => codes.get(guidIn(reference, 'targetGUID')) ?? []);

/** The labels among codes; a second kind is one too. */
export function labelsOf(codes: readonly Code[], kind: KindId | null): readonly string[] {
  const labels = codes.flatMap(({ name, meaning }) => {
    if (meaning.is === 'label') return [meaning.label];
    return meaning.is === 'kind' && meaning.kind !== kind ? [name] : [];
  });
  return [...new Set(labels)];
}

/** The passages of a source, and how many have no place in its text. */
export function passagesOf(
  source: XmlElement,
  text: PlainSource,
  coding: Coding,
): { readonly passages: readonly ImportedAnnotation[]; readonly placeless: number } {
  const selections = named(source, 'PlainTextSelection');
  const placed = selections.flatMap((selection) => {
    const start = positionOf(selection, 'startPosition');
    const place = text.placeOf(start, positionOf(selection, 'endPosition'));
    return place === null ? [] : [passageOf(selection, place, coding)];
  });
  const passages = coding.isOwn ? placed : merged(placed);
  return { passages, placeless: selections.length - placed.length };
}

/** The largest position a source refers to. */
export const farthestOf = (source: XmlElement): number =>
  named(source, 'PlainTextSelection').reduce(
    (most, selection) => Math.max(most, positionOf(selection, 'endPosition') || 0),
    0,
  );

function positionOf(selection: XmlElement, name: string): number {
  const written = attributeOf(selection, name).trim();
  return /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
}

function passageOf(
  selection: XmlElement,
  place: { readonly start: number; readonly end: number },
  coding: Coding,
): ImportedAnnotation {
  const codes = codesOf(selection, coding);
  const meanings = codes.map(({ meaning }) => meaning);
  const kind = meanings.flatMap((meaning) => (meaning.is === 'kind' ? [meaning.kind] : []))[0] ?? 'claim';
  const chosen = meanings.flatMap((meaning) =>
    meaning.is === 'field' && meaning.kind === kind ? [[meaning.field, meaning.value] as const] : [],
  );
  const said = normaliseText(descriptionOf(selection));
  const { comment, fields } = coding.isOwn ? splitComment(said, kind, (line) => line) : { comment: said, fields: [] };
  const uid = uidIn(selection);
  const createdAtMs = timeOf(selection);
  return {
    ...place,
    kind,
    comment,
    labels: labelsOf(codes, kind),
    fields: Object.fromEntries([...fields, ...chosen]),
    ...(uid === undefined ? {} : { uid: annotationUid(uid) }),
    ...(createdAtMs === undefined ? {} : { createdAtMs }),
  };
}

/** Programs that write a passage once for each of its codes: they are one passage. */
function merged(passages: readonly ImportedAnnotation[]): readonly ImportedAnnotation[] {
  const byPlace = new Map<string, ImportedAnnotation>();
  for (const passage of passages) {
    const key = `${passage.start} ${passage.end} ${passage.kind}`;
    const before = byPlace.get(key);
    const comments = [before?.comment ?? '', passage.comment].filter((comment) => comment !== '');
    const joined = before && {
      ...before,
      comment: [...new Set(comments)].join('\n\n'),
      labels: [...new Set([...(before.labels ?? []), ...(passage.labels ?? [])])],
      fields: { ...before.fields, ...passage.fields },
    };
    byPlace.set(key, joined ?? passage);
  }
  return [...byPlace.values()];
}

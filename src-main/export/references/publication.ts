/** What reference managers need of a document: people told from organisations, dates in parts, highlights as a note. Pure. */
import type { ExportLanguage } from '@shared/contract/export-choices';
import { parseEdtf } from '@shared/dates/edtf';
import type { ExportBundle, Loss } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { isKoreanOrder } from '@shared/text/korean-order';
import { countEarlier, countOriginals, countOutsideLinks, lossesOf } from '../count-losses';
import { type Content, html, together } from '../markup';
import type { BundleIndex } from '../reading/bundle-index';
import { commentToMarkup } from '../reading/note-markup';
import { kindWords, linkTarget, oneLine, passageFacts, relationWords } from '../reading/passage-words';
import { readingWords } from '../reading/reading-words';

/** A person in two parts, or a name that is not taken apart: an organisation, or one written without a comma. */
export type Name = { readonly family: string; readonly given: string } | { readonly literal: string };

/** Names of scripts that write the family name first and in one piece are left whole. */
const wholeScripts = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const organisation =
  /\b(agence|agency|press|presse|news|times|post|media|médias|institute|institut|ministry|ministère|university|université|committee|comité|council|conseil|group|groupe|office|association|fondation|foundation|redaction|rédaction|staff|team|équipe|inc|ltd|gmbh|afp|reuters|tass|kcna|yonhap)\b/iu;

/** Takes a name apart as far as it can be told: "Martin, Anne", "Anne Martin" and "Kim Tong-hyung" are people. */
export function nameOf(author: string): Name {
  const name = oneLine(author);
  const comma = /^([^,]+),\s*([^,]+)$/.exec(name);
  if (comma?.[1] !== undefined && comma[2] !== undefined) return { family: comma[1].trim(), given: comma[2].trim() };
  if (wholeScripts.test(name) || organisation.test(name)) return { literal: name };
  const parts = name.split(' ');
  // One word, or so many that it is no person's name.
  if (parts.length < 2 || parts.length > 4) return { literal: name };
  // "Min Jin Lee" and "Ri Son Gwon" could be of either order.
  if (isKoreanOrder(parts) && isKoreanOrder([...parts.slice(-1), ...parts.slice(0, -1)])) return { literal: name };
  if (isKoreanOrder(parts)) return { family: parts[0] ?? '', given: parts.slice(1).join(' ') };
  // "de Gaulle", "van der Berg": what stands in small letters before the last word belongs to it.
  let first = parts.length - 1;
  while (first > 1 && /^\p{Ll}/u.test(parts[first - 1] ?? '')) first -= 1;
  return { family: parts.slice(first).join(' '), given: parts.slice(0, first).join(' ') };
}

/** A date's certain parts: a year, a month, a day; of a span its beginning. Null when there is not even a year. */
export function datePartsOf(edtf: string): readonly [number, ...number[]] | null {
  const value = parseEdtf(edtf);
  if (value === null) return null;
  const point = value.type === 'point' ? value : [value.from, value.to].find((side) => typeof side !== 'string');
  if (point === undefined || typeof point === 'string' || !/^-?\d+$/.test(point.year)) return null;
  const parts: [number, ...number[]] = [Number(point.year)];
  // Seasons are numbered beyond the months.
  const month = Number(point.month);
  if (point.month === null || !(month >= 1 && month <= 12)) return parts;
  parts.push(month);
  if (point.day !== null && /^\d+$/.test(point.day)) parts.push(Number(point.day));
  return parts;
}

/** Whether only a part of what the date says survives in {@link datePartsOf}. */
const isApproximate = (edtf: string): boolean => edtf !== '' && !/^-?\d{4}(-\d\d(-\d\d)?)?$/.test(edtf);

/** The day of a stored moment, in UTC. */
export function dayPartsOf(ms: number): readonly [number, number, number] {
  const date = new Date(ms);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** An ISO day, or as much of one as is known. */
export const isoParts = (parts: readonly number[]): string =>
  parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');

/** When the page was taken: its newest original's time, or when it came in. */
export const accessedMs = (document: Document): number =>
  document.originals.at(-1)?.capturedAtMs ?? document.createdAtMs;

/** A document's passages as one HTML note: what reference managers keep beside a reference. Empty without passages. */
export function passagesNote(document: Document, index: BundleIndex, language: ExportLanguage): string {
  const annotations = index.annotationsOf(document.uid);
  if (annotations.length === 0) return '';
  const words = readingWords[language];
  const blocks = {
    hrefOf: () => null,
    noteOf: () => ({ number: 0, href: '' }),
    sourceOf: () => '',
    noteReference: null,
    pictureWord: words.picture,
    pictureOf: () => null,
    headingLevel: (level: number) => level,
  };
  const passages = annotations.map((annotation): Content => {
    const facts = [
      kindWords(annotation.kind, language),
      ...(annotation.orphaned ? [words.notFound] : []),
      ...passageFacts(annotation, index, language).map(({ label, value }) => `${label}: ${value}`),
      ...(annotation.labels.length === 0 ? [] : [`${words.labels}: ${annotation.labels.map(oneLine).join(', ')}`]),
    ];
    return [
      html('blockquote', {}, oneLine(annotation.selector.exact)),
      html('p', {}, facts.join(' · ')),
      annotation.comment !== '' && commentToMarkup(annotation.comment, blocks),
      index
        .linksOf(annotation.uid)
        .map((end) =>
          html('p', {}, `→ ${relationWords(end.link, end.outgoing, language)} ${linkTarget(end, index, language)}`),
        ),
    ];
  });
  return together(html('h2', {}, words.passages), passages)
    .toString()
    .replace(/\s*\n\s*/g, ' ');
}

/** What a list of references leaves behind; passages may go into a note of each. */
export function referenceLosses(bundle: ExportBundle, passages: 'in notes' | 'left out'): readonly Loss[] {
  const { length } = bundle.annotations;
  return lossesOf({
    bodies: bundle.documents.filter(({ text }) => text !== '').length,
    ...(passages === 'in notes' ? { passagesAsNotes: length } : { passages: length, links: bundle.links.length }),
    approximateDates: bundle.documents.filter(({ metadata }) => isApproximate(metadata.date)).length,
    originals: countOriginals(bundle),
    collections: bundle.collections.length,
    ...(passages === 'in notes' ? { outsideLinks: countOutsideLinks(bundle) } : {}),
    earlierVersions: countEarlier(bundle),
  });
}

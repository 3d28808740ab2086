/** The pack's own tables: claims with verdicts and evidence, who says what, events by date, originals with hashes. */
import { compareEdtf, isEdtf } from '@shared/dates/edtf';
import type { Annotation } from '@shared/model/annotation';
import type { ExportBundle } from '@shared/model/bundle';
import { pageWords } from '@shared/quotes/citation';
import { documentId, hrefOfPassage, type PageContext } from '../html/document-page';
import { type Content, html, type Markup, together } from '../markup';
import {
  dateWords,
  fieldFacts,
  isoTime,
  linkTarget,
  oneLine,
  relationWords,
  titleWords,
} from '../reading/passage-words';
import { evidenceWords } from './evidence-words';

/** A passage's words as a link to where it stands. */
const quote = (annotation: Annotation): Markup =>
  html('a', { href: hrefOfPassage(annotation), dir: 'auto' }, oneLine(annotation.selector.exact));

/** Its document, and the page where that has pages. */
function documentLink(annotation: Annotation, { index, language }: PageContext): Markup {
  const pages = index.pagesOf(annotation);
  return together(
    html(
      'a',
      { href: `#d-${annotation.document}`, dir: 'auto' },
      titleWords(index.titleOf(annotation.document), language),
    ),
    pages !== undefined && `, ${pageWords(pages, language)}`,
  );
}

const fieldOf = (annotation: Annotation, id: string, { language }: PageContext): string =>
  fieldFacts(annotation, language).find((fact) => fact.id === id)?.value ?? '';

function table(heads: readonly string[], rows: readonly (readonly Content[])[]): Markup {
  return html(
    'table',
    {},
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        heads.map((head) => html('th', { scope: 'col' }, head)),
      ),
    ),
    html(
      'tbody',
      {},
      rows.map((cells) =>
        html(
          'tr',
          {},
          cells.map((cell) => html('td', {}, cell)),
        ),
      ),
    ),
  );
}

const section = (id: string, title: string, ...content: readonly Content[]): Markup =>
  html('section', { id, class: 'evidence' }, html('h2', {}, title), content);

/** What supports, contradicts or repeats a passage, each a link. */
function evidenceOf(annotation: Annotation, { index, language }: PageContext): Markup {
  const ends = index.linksOf(annotation.uid);
  if (ends.length === 0) return together();
  return html(
    'ul',
    { class: 'links' },
    ends.map((end) => {
      const target = linkTarget(end, index, language);
      const href =
        end.annotation !== null
          ? hrefOfPassage(end.annotation)
          : end.document === null
            ? null
            : `#${documentId(end.document)}`;
      return html(
        'li',
        {},
        `${relationWords(end.link, end.outgoing, language)} `,
        href === null ? target : html('a', { href, dir: 'auto' }, target),
      );
    }),
  );
}

/** Every claim with who says it, its verdict and its evidence; nothing when there is none. */
export function claimsSection({ annotations }: ExportBundle, context: PageContext): Markup {
  const words = evidenceWords[context.language];
  const claims = annotations.filter(({ kind }) => kind === 'claim');
  if (claims.length === 0) return together();
  const bySpeaker = new Map<string, Annotation[]>();
  for (const claim of claims) {
    const speaker = oneLine(claim.fields.speaker ?? '');
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), claim]);
  }
  const speakers = [...bySpeaker].sort(([a], [b]) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1));
  return together(
    section(
      'claims',
      words.claims,
      table(
        [words.claim, words.saidBy, words.verdict, words.evidence, words.where],
        claims.map((claim) => [
          quote(claim),
          fieldOf(claim, 'speaker', context),
          fieldOf(claim, 'verdict', context),
          evidenceOf(claim, context),
          documentLink(claim, context),
        ]),
      ),
    ),
    section(
      'speakers',
      words.whoSaysWhat,
      speakers.map(([speaker, said]) => [
        html('h3', { dir: 'auto' }, speaker === '' ? words.notSaid : speaker),
        html(
          'ul',
          {},
          said.map((claim) =>
            html(
              'li',
              {},
              quote(claim),
              ` (${[fieldOf(claim, 'verdict', context), titleWords(context.index.titleOf(claim.document), context.language)].filter((part) => part !== '').join(', ')})`,
            ),
          ),
        ),
      ]),
    ),
  );
}

/** Events in the order of their dates, those without one last. */
export function eventsSection({ annotations }: ExportBundle, context: PageContext): Markup {
  const words = evidenceWords[context.language];
  const dateOf = ({ fields }: Annotation): string => (isEdtf(fields.date ?? '') ? (fields.date ?? '') : '');
  const events = annotations
    .filter(({ kind }) => kind === 'event')
    .sort((a, b) => {
      const [one, other] = [dateOf(a), dateOf(b)];
      if (one === '' || other === '') return Number(one === '') - Number(other === '');
      return compareEdtf(one, other) || (a.uid < b.uid ? -1 : 1);
    });
  if (events.length === 0) return together();
  return section(
    'events',
    words.events,
    table(
      ['Date', words.event, words.where],
      events.map((event) => [
        dateOf(event) === ''
          ? words.undated
          : html('time', { datetime: dateOf(event) }, dateWords(dateOf(event), context.language)),
        quote(event),
        documentLink(event, context),
      ]),
    ),
  );
}

/** Every original by its SHA-256. */
export function originalsSection({ documents }: ExportBundle, { language }: PageContext): Markup {
  const words = evidenceWords[language];
  const rows = documents.flatMap((document) =>
    document.originals.map((original) => [
      html('a', { href: `#${documentId(document)}`, dir: 'auto' }, titleWords(document.title, language)),
      oneLine(original.fileName),
      isoTime(original.capturedAtMs),
      html('code', {}, original.sha256),
    ]),
  );
  if (rows.length === 0) return together();
  return section('originals', words.originals, table([words.articles, words.file, words.captured, 'SHA-256'], rows));
}

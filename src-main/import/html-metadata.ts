/** What a page says of itself: JSON-LD, then Open Graph and meta, then what a reader sees. */
import type { Metadata } from '@shared/model/document';
import type { DomDocument } from './dom';
import { toEdtf } from './edtf-date';
import { safeLink } from './html-elements';
import { factsFromJsonLd, type StatedFacts } from './json-ld';
import { tidyLine, withoutSiteName } from './title';

/** Metadata of a page before its text is known; `language` is as declared. */
export interface PageFacts {
  readonly title: string;
  readonly metadata: Metadata;
  /** Address relative links are resolved against, or empty. */
  readonly base: string;
}

const maxScript = 1_048_576;

/** First value of the meta elements with one of these names, in the order of the names. */
function metaReader(page: DomDocument): (...names: readonly string[]) => string {
  const values = new Map<string, string>();
  for (const element of page.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim() ?? '';
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && content !== '' && !values.has(name)) values.set(name, content);
    }
  }
  return (...names) => names.map((name) => values.get(name) ?? '').find((value) => value !== '') ?? '';
}

const empty: StatedFacts = { title: '', authors: [], site: '', url: '', date: '', language: '', description: '' };

/** JSON-LD strings often carry HTML's entities; the common ones are undone. */
export function plainEntities(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (entity, decimal, hexadecimal, name) => {
      if (name) return named[String(name).toLowerCase()] ?? entity;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}

/** Names without "By", addresses and repetitions; "A and B" becomes two. */
export function authorNames(values: readonly string[]): readonly string[] {
  const names = values
    .flatMap((value) =>
      tidyLine(plainEntities(value), 500)
        .replace(/^(?:by|par|von|por|автор:?)\s+/i, '')
        .split(/\s+(?:and|et|&|und|и)\s+|\s*;\s*/),
    )
    .flatMap((value) => (value.split(',').every((part) => part.trim().includes(' ')) ? value.split(',') : [value]))
    .map((value) => value.trim())
    .filter((value) => value !== '' && !/^(?:https?:\/\/|@|www\.)/i.test(value));
  return [...new Set(names)].slice(0, 50);
}

const textOf = (page: DomDocument, selector: string): string =>
  tidyLine(page.querySelector(selector)?.textContent ?? '');

/** The page's own heading, when there is exactly one. */
function onlyHeading(page: DomDocument): string {
  const headings = [...page.querySelectorAll('h1')]
    .map((heading) => tidyLine(heading.textContent ?? ''))
    .filter((text) => text !== '');
  return headings.length === 1 ? (headings[0] ?? '') : '';
}

const hostOf = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|m|amp)\./, '') : '';
const webAddress = (url: string, base = ''): string => {
  const address = safeLink(plainEntities(url), base);
  return address && /^https?:/i.test(address) ? address : '';
};

/**
 * Reads a parsed page.
 *
 * @param savedUrl The address noted when the page was saved, or empty.
 */
export function pageFacts(page: DomDocument, savedUrl: string): PageFacts {
  const scripts = [...page.querySelectorAll('script[type]')]
    .filter((script) => /ld\+json/i.test(script.getAttribute('type') ?? ''))
    .map((script) => (script.textContent ?? '').slice(0, maxScript));
  const stated = factsFromJsonLd(scripts) ?? empty;
  const meta = metaReader(page);
  const savedBase = webAddress(page.querySelector('base[href]')?.getAttribute('href') ?? '') || webAddress(savedUrl);
  const canonical = page.querySelector('link[rel="canonical"][href]')?.getAttribute('href') ?? '';
  const url =
    [canonical, meta('og:url'), stated.url, savedUrl]
      .map((value) => webAddress(value, savedBase))
      .find((value) => value !== '') ?? '';
  const site =
    tidyLine(
      plainEntities(stated.site || meta('og:site_name', 'application-name', 'citation_journal_title', 'dc.publisher')),
      300,
    ) || hostOf(url);
  return {
    title: titleOf(page, stated, meta('og:title', 'twitter:title', 'citation_title', 'dc.title'), site),
    metadata: {
      authors: authorsOf(page, stated, meta),
      site,
      url,
      date: dateOf(page, stated, meta),
      language:
        page.documentElement.getAttribute('lang') ||
        page.documentElement.getAttribute('xml:lang') ||
        stated.language ||
        meta('content-language', 'dc.language', 'language', 'og:locale'),
      description: tidyLine(
        plainEntities(stated.description || meta('og:description', 'description', 'twitter:description')),
        2000,
      ),
    },
    base: savedBase || url,
  };
}

function titleOf(page: DomDocument, stated: StatedFacts, shared: string, site: string): string {
  const given = withoutSiteName(plainEntities(stated.title || shared), site);
  if (given !== '') return given;
  const heading = onlyHeading(page);
  const whole = textOf(page, 'title');
  if (heading !== '' && (whole === '' || whole.startsWith(heading))) return heading;
  return withoutSiteName(whole, site) || heading || textOf(page, 'h1');
}

function authorsOf(
  page: DomDocument,
  stated: StatedFacts,
  meta: (...names: readonly string[]) => string,
): readonly string[] {
  const named = authorNames(stated.authors);
  if (named.length > 0) return named;
  const given = authorNames([
    meta('author', 'article:author', 'citation_author', 'dc.creator', 'parsely-author', 'byl'),
  ]);
  if (given.length > 0) return given;
  return authorNames(
    [...page.querySelectorAll('[rel~="author"], [itemprop~="author"]')]
      .slice(0, 5)
      .map((element) => (element.textContent ?? '').slice(0, 200)),
  );
}

function dateOf(page: DomDocument, stated: StatedFacts, meta: (...names: readonly string[]) => string): string {
  const seen = page.querySelector(
    'article time[datetime], main time[datetime], time[itemprop="datePublished"], time[pubdate], time[datetime]',
  );
  const candidates = [
    stated.date,
    meta(
      'article:published_time',
      'datepublished',
      'og:article:published_time',
      'citation_publication_date',
      'citation_date',
    ),
    meta('date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'pubdate', 'publishdate', 'parsely-pub-date'),
    seen?.getAttribute('datetime') ?? '',
  ];
  return candidates.map(toEdtf).find((date) => date !== '') ?? '';
}

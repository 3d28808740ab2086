/**
 * The YAML block before a Markdown text, read safely: core schema, no custom tags,
 * bounded aliases, keys as a Map so that no key can touch a prototype.
 */

import type { DocumentType, Metadata } from '@shared/model/document';
import { type DocumentUid, documentUid, isUid } from '@shared/model/ids';
import type { ImportLoss } from '@shared/outcome/import-loss-words';
import { primaryLanguage } from './detect-language';
import { toEdtf } from './edtf-date';
import { safeLink } from './html-elements';
import { authorNames } from './html-metadata';
import { plainFrontMatter } from './plain-front-matter';
import { tidyLine } from './title';

export interface FrontMatter {
  /** Null when the file does not say. */
  readonly type: DocumentType | null;
  readonly title: string;
  readonly metadata: Metadata;
  readonly labels: readonly string[];
  /** What Postil says of a file it wrote: the document's id, and a hash of the text as it was; null for others. */
  readonly own: { readonly uid: DocumentUid; readonly checksum: string } | null;
  /** Markdown after the block. */
  readonly text: string;
  readonly losses: readonly ImportLoss[];
}

/** What is understood, by the names editors and clippers give it. */
const keys = {
  title: ['title', 'titre', 'headline'],
  authors: ['author', 'authors', 'by', 'byline', 'auteur', 'auteurs'],
  date: ['date', 'published', 'date_published', 'datepublished', 'pubdate', 'publication_date'],
  site: ['site', 'publication', 'publisher', 'journal', 'website', 'site_name', 'outlet', 'source'],
  url: ['url', 'source', 'link', 'canonical', 'source_url', 'canonical_url', 'permalink'],
  language: ['lang', 'language', 'langue', 'locale'],
  labels: ['tags', 'labels', 'tag', 'label', 'keywords', 'categories', 'category'],
  description: ['description', 'summary', 'excerpt', 'subtitle', 'abstract'],
  type: ['type'],
} as const;

const longestBlock = 262_144;
const maxLabels = 200;
/** Field names repeated in a loss. */
const maxNamed = 8;

const none: Omit<FrontMatter, 'text'> = {
  type: null,
  title: '',
  labels: [],
  own: null,
  losses: [],
  metadata: { authors: [], site: '', url: '', date: '', language: '', description: '' },
};

type Fields = ReadonlyMap<string, unknown>;

/** Splits and reads the front matter of a normalised text; a text without any is given back whole. */
export async function readFrontMatter(source: string): Promise<FrontMatter> {
  const block = /^---[ \t]*\n([\s\S]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source.slice(0, longestBlock));
  if (!block) return { ...none, text: source };
  const after = source.slice(block[0].length);
  const plainFields = plainFrontMatter(block[1] ?? '');
  if (plainFields !== null) return { ...fromFields(plainFields), text: after };
  const { parseDocument } = await import('yaml');
  const document = parseDocument(block[1] ?? '', {
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const problem = document.errors[0]?.message;
  const value: unknown = problem === undefined ? document.toJS({ mapAsMap: true, maxAliasCount: 50 }) : null;
  if (problem !== undefined) {
    const kept = `\`\`\`yaml\n${(block[1] ?? '').replace(/^`{3,}/gm, '').trimEnd()}\n\`\`\`\n\n${after}`;
    return {
      ...none,
      text: kept,
      losses: [{ what: 'brokenFrontMatter', count: 1, detail: tidyLine(problem, 160) }],
    };
  }
  // a rule at the top of a text, not front matter
  if (!(value instanceof Map)) return { ...none, text: value === null ? after : source };
  const fields: Fields = new Map([...value].map(([key, field]) => [String(key).toLowerCase(), field]));
  return { ...fromFields(fields), text: after };
}

function fromFields(fields: Fields): Omit<FrontMatter, 'text'> {
  const urls = texts(fields, keys.url)
    .map((value) => safeLink(value, ''))
    .filter((value) => value !== undefined);
  const site = texts(fields, keys.site).filter((value) => !/^https?:\/\//i.test(value))[0] ?? '';
  const type = texts(fields, keys.type)[0]?.toLowerCase();
  const own = ownOf(fields);
  return {
    type: type === 'note' || type === 'article' ? type : null,
    title: tidyLine(texts(fields, keys.title)[0] ?? ''),
    metadata: {
      authors: authorNames(texts(fields, keys.authors).map(withoutBrackets)),
      site: tidyLine(withoutBrackets(site), 300),
      url: urls.find((value) => /^https?:/i.test(value)) ?? '',
      date:
        texts(fields, keys.date)
          .map(toEdtf)
          .find((value) => value !== '') ?? '',
      language: primaryLanguage(texts(fields, keys.language)[0] ?? ''),
      description: tidyLine(texts(fields, keys.description)[0] ?? '', 2000),
    },
    labels: own === null ? labelsOf(fields, keys.labels) : labelsOf(fields, ['labels']),
    own,
    losses: notUnderstood(fields, own === null ? [] : ownKeys),
  };
}

/** Fields Postil writes that say nothing new when they come back. */
const ownKeys = ['uid', 'sha256', 'original', 'captured', 'added', 'exported', 'checksum'] as const;

function ownOf(fields: Fields): FrontMatter['own'] {
  const [uid = '', checksum = ''] = [texts(fields, ['uid'])[0], texts(fields, ['checksum'])[0]];
  return isUid(uid) && checksum !== '' && fields.has('exported') ? { uid: documentUid(uid), checksum } : null;
}

/** The texts of the first fields that have any: a list gives its items, numbers their digits. */
function texts(fields: Fields, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => flatTexts(fields.get(name)));
}

function flatTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
  if (value instanceof Map) return flatTexts(value.get('name'));
  return Array.isArray(value)
    ? value.slice(0, maxLabels).flatMap((item) => (Array.isArray(item) ? [] : flatTexts(item)))
    : [];
}

const withoutBrackets = (text: string): string => text.replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/, '$1');

function labelsOf(fields: Fields, names: readonly string[]): readonly string[] {
  const labels = names
    .flatMap((name) => {
      const value = fields.get(name);
      return typeof value === 'string' ? value.split(value.includes(',') ? ',' : /\s+(?=#)/) : flatTexts(value);
    })
    .map((label) => tidyLine(withoutBrackets(label.trim()).replace(/^#/, ''), 200))
    .filter((label) => label !== '');
  return [...new Set(labels)].slice(0, maxLabels);
}

const understood: ReadonlySet<string> = new Set(Object.values(keys).flat());

/** Names the fields that have a value and no place in a document. */
function notUnderstood(fields: Fields, others: readonly string[]): readonly ImportLoss[] {
  const names = [...fields]
    .filter(([key, value]) => !understood.has(key) && !others.includes(key) && value !== null && value !== '')
    .map(([key]) => tidyLine(key, 40));
  if (names.length === 0) return [];
  const more = names.length > maxNamed ? ' …' : '';
  return [{ what: 'frontMatterFields', count: names.length, detail: `${names.slice(0, maxNamed).join(', ')}${more}` }];
}

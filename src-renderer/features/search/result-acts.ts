/** What is done with a whole result: copied with its sources, searched in; and which query says all of it. */
import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { formatEdtf } from '@renderer/i18n/dates';
import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { copyText } from '@renderer/ui/copy-text';
import { showToast } from '@renderer/ui/toasts';
import type { Scope } from '@shared/contract/calls';
import type { SearchHit } from '@shared/contract/shapes';
import { findKind, isKindId } from '@shared/kinds/kinds';
import type { Collection } from '@shared/model/document';
import { assertNever } from '@shared/outcome/outcome';
import { printQuery } from '@shared/query/print-query';
import i18next from 'i18next';
import { hitsAsMarkdown } from './hits-as-markdown';
import { type Question, searchInput } from './search-hits';

/** Hits copied at most: more is for an export. */
const mostCopied = 1000;
const pageSize = 250;

async function firstHits(question: Question): Promise<{ readonly hits: readonly SearchHit[]; readonly total: number }> {
  const hits: SearchHit[] = [];
  for (;;) {
    const page = await call('search', { ...searchInput(question), offset: hits.length, limit: pageSize });
    hits.push(...page.hits);
    if (page.hits.length === 0 || hits.length >= Math.min(page.total, mostCopied)) return { hits, total: page.total };
  }
}

/** Copies the hits as Markdown, each with its source, and says how many. */
export async function copyResult(question: Question): Promise<void> {
  const found = await tellingFailure(firstHits(question));
  if (found === undefined) return;
  const { hits, total } = found;
  const language = currentLanguage();
  copyText(
    hitsAsMarkdown(hits, {
      title: i18next.t('search.copyTitle', { query: question.query }),
      untitled: i18next.t('library.untitled'),
      date: (edtf) => formatEdtf(edtf, language),
      kind: (id) => inWords((isKindId(id) ? findKind(id)?.label : undefined) ?? { en: id, fr: id }),
    }),
  );
  showToast({
    text:
      hits.length < total
        ? i18next.t('search.copiedFirst', { count: hits.length, total })
        : i18next.t('search.copied', { count: hits.length }),
  });
}

/** A part of the library as the query that finds it; empty for all of it, null for the bin, which no query reaches. */
function scopeQuery(scope: Scope, collections: readonly Collection[]): string | null {
  const field = (name: 'in' | 'has' | 'label' | 'collection', value: string) =>
    printQuery({ type: 'field', field: name, value });
  switch (scope.in) {
    case 'all':
      return '';
    case 'articles':
      return field('in', 'article');
    case 'notes':
      return field('in', 'note');
    case 'kind':
      return field('in', scope.kind);
    case 'orphans':
      return field('has', 'orphans');
    case 'label':
      return field('label', scope.label);
    case 'collection': {
      const name = collections.find(({ uid }) => uid === scope.collection)?.name;
      return name === undefined ? '' : field('collection', name);
    }
    case 'bin':
      return null;
    default:
      return assertNever(scope);
  }
}

/** One query that says as much of a question as a query can: what it searches, where, and inside what. */
export function wholeQuery({ query, scope, within }: Question, collections: readonly Collection[]): string {
  const bracketed = (text: string) => (/\bOR\b/.test(text) ? `(${text})` : text);
  return [within === null ? '' : bracketed(within), bracketed(query), scopeQuery(scope, collections) ?? '']
    .filter((part) => part.trim() !== '')
    .join(' ');
}

/** What is done with a whole result: copied with its sources. */
import { call } from '@renderer/client/client';
import { tellingFailure } from '@renderer/client/tell-failure';
import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { copyText } from '@renderer/ui/copy-text';
import { showToast } from '@renderer/ui/toasts';
import type { SearchHit } from '@shared/contract/search-shapes';
import { printEdtf } from '@shared/dates/print-edtf';
import { findKind, isKindId } from '@shared/kinds/kinds';
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
      date: (edtf) => printEdtf(edtf, language),
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

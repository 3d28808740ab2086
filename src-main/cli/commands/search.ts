/** `postil search QUERY` */

import type { SearchHit, SearchResult } from '@shared/contract/search-shapes';
import { facetNames, type SearchSort } from '@shared/contract/search-shapes';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { counted, facts, plainLine, styleFor } from '../print-text';
import { withArchiveAlone } from '../with-archive';

export interface SearchOptions {
  readonly limit: number;
  readonly offset: number;
  readonly sort: SearchSort;
  readonly only?: 'documents' | 'passages';
  readonly facets?: boolean;
  readonly expand: boolean;
}

/** Searches everything; finding nothing is a result, not a failure. */
export async function searchCommand(context: CommandContext, query: string, options: SearchOptions): Promise<ExitCode> {
  const { io, json } = context;
  const result = await withArchiveAlone(context, (archive) => archive.search({ query, ...options }));
  if (json) {
    printJson(io, resultJson(result));
    return exitCodes.done;
  }
  const style = styleFor(io);
  for (const hit of result.hits) {
    const passage = hit.uid !== hit.document;
    io.out(`${style.bold(plainLine(hit.title))}\n`);
    io.out(
      `  ${style.dim(facts(hit.document, hit.kind === 'article' ? undefined : hit.kind, passage && hit.uid, plainLine(hit.site), hit.date, hit.lang))}\n`,
    );
    const snippet = plainLine(withMarks(hit));
    if (snippet !== '') io.out(`  ${snippet}\n`);
  }
  io.out(
    result.hits.length < result.total
      ? `${result.hits.length} of ${counted(result.total, 'hit')}.\n`
      : `${counted(result.total, 'hit')}.\n`,
  );
  for (const line of facetLines(result)) io.out(`${line}\n`);
  for (const line of remarks(result)) io.err(`${line}\n`);
  return exitCodes.done;
}

/** `--json`: what not every search has is left out. */
function resultJson({ query, total, tookMs, hits, hints, expansions, didYouMean, facets }: SearchResult): unknown {
  return {
    query,
    total,
    tookMs,
    hits: hits.map(hitJson),
    ...(hints.length > 0 ? { hints } : {}),
    ...(expansions.length > 0 ? { expansions } : {}),
    ...(didYouMean === null ? {} : { didYouMean }),
    ...(facets === null ? {} : { facets }),
  };
}

function facetLines({ facets }: SearchResult): readonly string[] {
  if (facets === null) return [];
  const shown = facetNames.flatMap((name) => {
    const values = facets.values[name].slice(0, 10).map(({ value, count }) => `${plainLine(value)} ${count}`);
    return values.length === 0 ? [] : [`${name}: ${values.join(', ')}`];
  });
  return facets.approximate ? [...shown, `Counted in the newest ${facets.counted} hits.`] : shown;
}

/** What a person may want to know about the query; not part of the result. */
function remarks({ hints, expansions, didYouMean }: SearchResult): readonly string[] {
  return [
    ...hints.map(({ text, suggestion }) =>
      suggestion === ''
        ? `“${plainLine(text)}” is not needed.`
        : `“${plainLine(text)}”: did you mean ${plainLine(suggestion)}`,
    ),
    ...expansions.map(
      ({ name, aliases }) => `“${plainLine(name)}” was also searched as ${aliases.map(plainLine).join(', ')}.`,
    ),
    ...(didYouMean === null ? [] : [`Did you mean: ${plainLine(didYouMean)}`]),
  ];
}

function hitJson(hit: SearchHit): unknown {
  const { uid, document, kind, title, date, lang, score } = hit;
  return { uid, document, kind, title, date, lang, snippet: withMarks(hit), score };
}

/** The snippet with its hits between « and ». */
export function withMarks({ snippet, marks }: Pick<SearchHit, 'snippet' | 'marks'>): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of marks) {
    marked += `${snippet.slice(at, start)}«${snippet.slice(start, end)}»`;
    at = end;
  }
  return marked + snippet.slice(at);
}

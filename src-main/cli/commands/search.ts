/** `postil search QUERY` */
import type { SearchHit } from '@shared/contract/shapes';
import { type CommandContext, type ExitCode, exitCodes, printJson } from '../io';
import { counted, facts, plainLine, styleFor } from '../print-text';
import { withArchive } from '../with-archive';

export interface SearchOptions {
  readonly limit: number;
  readonly offset: number;
  readonly sort: 'relevance' | 'date';
}

/** Searches everything; finding nothing is a result, not a failure. */
export async function searchCommand(context: CommandContext, query: string, options: SearchOptions): Promise<ExitCode> {
  const { io, json } = context;
  const result = await withArchive(context, (services) => services.handlers.search({ query, ...options }));
  if (json) {
    const { total, tookMs, hits } = result;
    printJson(io, { query, total, tookMs, hits: hits.map(hitJson) });
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
  return exitCodes.done;
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

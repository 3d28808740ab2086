/** How long it takes to find thousands of passages in a long text: indexed, and one at a time. */
import { describe } from '@shared/anchors/describe';
import { createResolver, resolve } from '@shared/anchors/resolve';
import { textHash } from '@shared/text/text-hash';
import { randomFrom } from '../corpus';
import { articleOf, choicesFrom, textOfArticle } from './article';

export interface SpeedRow {
  readonly way: string;
  readonly passages: number;
  readonly textKb: number;
  readonly ms: number;
  readonly usEach: number;
}

const textLength = 700_000;
const passages = 5_000;
/** The slow way is given fewer, so that the benchmark ends. */
const passagesOneByOne = 25;

/** A text of 700,000 code units, edited throughout, and passages spread over it. */
export function speedRows(samples: readonly string[]): readonly SpeedRow[] {
  const choices = choicesFrom(randomFrom(4));
  let before = '';
  while (before.length < textLength)
    before += `${textOfArticle(articleOf('fr', samples, choices)).text} ${before.length}\n`;
  const after = `Une ligne de plus.\n${before.replaceAll('’', "'")}`;
  const earlier = { text: before, hash: textHash(before) };
  const hash = textHash(after);
  const selectors = Array.from({ length: passages }, () => {
    const start = choices.below(before.length - 400);
    return describe(before, start, start + 20 + choices.below(300), earlier.hash);
  });
  const timed = (way: string, count: number, work: () => void): SpeedRow => {
    const start = performance.now();
    work();
    const ms = performance.now() - start;
    const textKb = Math.round(before.length / 1000);
    return { way, passages: count, textKb, ms: Math.round(ms), usEach: Math.round((1000 * ms) / count) };
  };
  return [
    timed('one resolver for all', passages, () => {
      const resolver = createResolver(after, hash, earlier);
      for (const selector of selectors) resolver.resolve(selector);
    }),
    timed('one resolver for all, selector only', passages, () => {
      const resolver = createResolver(after, hash);
      for (const selector of selectors) resolver.resolve(selector);
    }),
    timed('a resolver each', passagesOneByOne, () => {
      for (const selector of selectors.slice(0, passagesOneByOne)) resolve(after, selector, hash, earlier);
    }),
    timed('indexOf for the quote alone', passages, () => {
      for (const { exact } of selectors)
        for (let at = after.indexOf(exact); at !== -1; at = after.indexOf(exact, at + 1));
    }),
  ];
}

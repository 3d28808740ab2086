/** A1: the process is killed while it annotates and saves. */

import { runSound } from '../process';
import { type Row, Tally } from '../row';
import { archiveIn, article, checkWhole, look } from '../small-archive';

/** What a text must be: the same state named at both ends. Returns that state, or null for a mixture. */
export function stateOf(text: string): number | null {
  const [, first] = /^État (\d+) au début/.exec(text) ?? [];
  const [, last] = /État (\d+) à la fin$/.exec(text) ?? [];
  return first !== undefined && first === last ? Number(first) : null;
}

export const killedWriting: Row = {
  id: 'A1',
  name: 'killed while annotating and saving',
  times: { long: 200, short: 6 },
  run: async (times, { folder, random, childFile }) => {
    const tally = new Tally();
    const path = archiveIn(folder(), () => undefined);
    let promised = 0;
    for (let run = 0; run < times; run++) {
      const { uid } = look(path, (archive) =>
        archive.insertImported(article(`D${run}`, 'État 0 au début', 'État 0 à la fin'), null),
      );
      const kill = { line: 1 + random.below(40), delayMs: random.next() * 40 };
      const { lines } = await runSound(childFile, ['write', path, uid, '1000000', '50'], kill);
      tally.ran();
      const annotated = lines.flatMap((line) => line.match(/^annotated (.+)/)?.[1] ?? []);
      const saved = Math.max(0, ...lines.map((line) => Number(line.match(/^saved (\d+)/)?.[1] ?? 0)));
      promised += annotated.length + saved / 3;
      look(path, (archive) => {
        const { document, annotations } = archive.openDocument({ uid });
        const held = new Set<string>(annotations.map((annotation) => annotation.uid));
        for (const one of annotated) if (!held.has(one)) tally.lost(`annotation ${one} of run ${run}`);
        const state = stateOf(document.text);
        if (state === null) tally.half(`text of run ${run}`);
        else if (state < saved) tally.lost(`save ${saved} of run ${run}; ${state} is there`);
        // At most the one command under way is there without having been answered.
        tally.expect(held.size <= annotated.length + 1, `${held.size - annotated.length} unanswered in run ${run}`);
        if (run % 10 === 0 || run === times - 1) checkWhole(tally, archive, `after run ${run}`);
      });
    }
    tally.control(promised > times, `${promised} answers were promised before the kills`);
    return tally.result(killedWriting);
  },
};

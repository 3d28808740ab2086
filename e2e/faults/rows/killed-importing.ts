/** A2: the process is killed during an import of many files, and the import is begun again. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSound } from '../process';
import { type Bench, type Row, Tally } from '../row';
import { archiveIn, checkWhole, look } from '../small-archive';

/** Files of three formats, each with a title of its own. */
function filesIn(folder: string, count: number): string {
  const place = join(folder, 'files');
  mkdirSync(place);
  for (let number = 0; number < count; number++) {
    const text = `Le ministre ${number} l’a démenti, puis confirmé le lendemain devant la presse. `.repeat(3);
    const kinds = {
      txt: `Titre ${number}\n\n${text}`,
      md: `# Titre ${number}\n\n${text}`,
      html: `<!doctype html><html lang="fr"><title>Titre ${number}</title><body><p>${text}</p></body></html>`,
    };
    const ending = (['txt', 'md', 'html'] as const)[number % 3] ?? 'txt';
    writeFileSync(join(place, `${number}.${ending}`), kinds[ending]);
  }
  return place;
}

/** Looks at what is there: every document whole, none twice. Returns how many. */
function lookAtImport(tally: Tally, path: string, when: string): number {
  return look(path, (archive) => {
    const { documents, originals } = archive.stats({});
    tally.expect(documents === originals, `${when}: ${documents} documents with ${originals} originals`);
    checkWhole(tally, archive, when);
    return documents;
  });
}

export const killedImporting: Row = {
  id: 'A2',
  name: 'killed during an import of 500 files, then resumed',
  times: { long: 200, short: 4 },
  run: async (times, bench: Bench) => {
    const { folder, random, childFile } = bench;
    const tally = new Tally();
    const place = folder();
    const count = times < 50 ? 120 : 500;
    const files = filesIn(place, count);
    let path = archiveIn(folder(), () => undefined);
    let finished = 0;
    let there = 0;
    for (let run = 0, kills = 0; kills < times; run++) {
      // The files that are in are passed by quickly; the kill is to strike among the others.
      const line = 1 + there + random.below(Math.ceil(count / 4));
      const { killed } = await runSound(childFile, ['import', path, files], { line, delayMs: random.next() * 40 });
      if (killed) {
        tally.ran();
        kills++;
      }
      const now = lookAtImport(tally, path, `after kill ${run}`);
      if (now < there) tally.lost(`${there - now} documents after kill ${run}`, there - now);
      there = now;
      if (killed && kills < times) continue;
      await runSound(childFile, ['import', path, files], null);
      const all = lookAtImport(tally, path, 'after the import was finished');
      tally.expect(all === count, `${all} documents of ${count} files`);
      finished++;
      path = archiveIn(folder(), () => undefined);
      there = 0;
    }
    tally.control(true, `${finished} imports of ${count} files were finished after kills`);
    return tally.result(killedImporting);
  },
};

/** C5–C7 and C16: zips that climb out, bombs, entities, prototypes; each in a process of its own, timed and weighed. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostileFiles } from '../payloads/hostile-files';
import { runChild } from '../process';
import { type Row, Tally } from '../row';

/** A file may take so many seconds, and so much more memory than the process had, in MB. */
const mostSeconds = 10;
const mostMegabytes = 256;

interface Parsing {
  readonly code: string;
  readonly afterMs: number;
  readonly moreMb: number;
  readonly polluted: boolean;
}

export const bombs: Row = {
  id: 'C5–C7, C16',
  name: 'zip slip, zip bombs, entity bombs, prototypes',
  times: { long: 1, short: 1 },
  run: async (times, { quickFolder, childFile }) => {
    const tally = new Tally();
    const place = quickFolder();
    let slowest = 0;
    let heaviest = 0;
    for (let run = 0; run < times; run++) {
      for (const { what, name, bytes, ends } of hostileFiles()) {
        const file = join(place, 'hostile');
        writeFileSync(file, bytes);
        tally.ran();
        const { lines, stderr } = await runChild(childFile, ['parse', name, file], null);
        const line = lines.at(-1);
        if (line === undefined) {
          tally.half(`${what}: the process ended (${stderr.slice(0, 120)})`);
          continue;
        }
        const { code, afterMs, moreMb, polluted }: Parsing = JSON.parse(line);
        slowest = Math.max(slowest, afterMs);
        heaviest = Math.max(heaviest, moreMb);
        tally.expect(ends.includes(code), `${what} ended in “${code}”`);
        tally.expect(afterMs <= mostSeconds * 1000, `${what} took ${afterMs} ms`);
        tally.expect(moreMb <= mostMegabytes, `${what} took ${moreMb} MB more`);
        tally.expect(!polluted, `${what} changed a prototype`);
      }
    }
    for (const path of ['/tmp/harmed', '/tmp/harmed-absolute'])
      tally.expect(!existsSync(path), `${path} was written outside`);
    tally.control(true, `slowest ${slowest} ms, heaviest ${heaviest} MB more`);
    return tally.result(bombs);
  },
};

/** A4: the process is killed while it backs up, exports or restores. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '@main/archive/archive-api';
import { lookInto } from '@main/archive/restore';
import { runSound } from '../process';
import type { Random } from '../random';
import { type Row, Tally } from '../row';
import { archiveIn, article, checkWhole, look } from '../small-archive';

const documents = 40;
/** Some megabytes, so that a copy takes long enough to be interrupted. */
const fillWith =
  (random: Random, title = 'Article') =>
  (archive: Archive): void => {
    for (let number = 0; number < documents; number++) {
      const original = { bytes: random.bytes(100_000), fileName: 'a.pdf', mediaType: 'application/pdf' };
      const { uid } = archive.insertImported(article(`${title} ${number}`, 'la Corée du Nord '.repeat(50)), original);
      archive.annotate({ document: uid, start: 3, end: 8, exact: 'Corée', kind: 'claim', comment: 'à vérifier' });
    }
  };

export const killedBackingUp: Row = {
  id: 'A4a',
  name: 'killed while backing up',
  times: { long: 200, short: 3 },
  run: async (times, { folder, random, childFile }) => {
    const tally = new Tally();
    const path = archiveIn(folder(), fillWith(random));
    let named = 0;
    let unfinished = 0;
    for (let run = 0; run < times; run++) {
      const target = folder();
      const { lines } = await runSound(childFile, ['back-up', path, target], {
        line: 1 + random.below(2),
        delayMs: random.next() * 40,
      });
      tally.ran();
      const there = readdirSync(target);
      unfinished += there.filter((name) => !name.endsWith('.postil')).length > 0 ? 1 : 0;
      for (const name of lines.flatMap((line) => line.match(/^made (.+)/)?.[1] ?? []))
        if (!there.includes(name)) tally.lost(name);
      for (const name of there.filter((one) => one.endsWith('.postil'))) {
        named++;
        const facts = lookInto(join(target, name), join(target, 'scratch'));
        tally.expect(facts.articles === documents && facts.originals === documents, `${name} of run ${run}`);
        look(join(target, name), (archive) => checkWhole(tally, archive, name));
      }
      look(path, (archive) => tally.expect(archive.stats({}).documents === documents, 'the archive itself'));
    }
    tally.control(unfinished > 0, `${named} backups had their name, ${unfinished} kills left an unfinished one`);
    return tally.result(killedBackingUp);
  },
};

const filesUnder = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    : [];

export const killedExporting: Row = {
  id: 'A4b',
  name: 'killed while exporting',
  times: { long: 200, short: 3 },
  run: async (times, { folder, random, childFile }) => {
    const tally = new Tally();
    const path = archiveIn(folder(), fillWith(random));
    const whole = folder();
    const targetIn = (place: string, format: string): string =>
      join(place, format === 'native' ? 'all.postil.zip' : 'md');
    const lastsMs = new Map<string, number>();
    for (const format of ['markdown', 'native']) {
      const started = performance.now();
      await runSound(childFile, ['export', path, format, targetIn(whole, format)], null);
      lastsMs.set(format, performance.now() - started);
    }
    const seen = { cut: 0, compared: 0, unfinished: 0 };
    for (let run = 0; run < times; run++) {
      const format = run % 2 === 0 ? 'markdown' : 'native';
      const place = folder();
      if (format === 'markdown') mkdirSync(targetIn(place, format));
      const { killed } = await runSound(childFile, ['export', path, format, targetIn(place, format)], {
        line: 1,
        // Over all of its length: an export that is killed at its beginning has not written anything yet.
        delayMs: random.next() * (lastsMs.get(format) ?? 40),
      });
      if (killed) seen.cut++;
      tally.ran();
      for (const name of filesUnder(place)) {
        if (name.endsWith('.part')) {
          seen.unfinished++;
          continue;
        }
        seen.compared++;
        const sound = readFileSync(join(place, name)).equals(readFileSync(join(whole, name)));
        tally.expect(sound, `${name} of run ${run} is not what an export that was left alone writes`);
      }
    }
    // Cut before the first file has its name, an export proves nothing.
    tally.control(
      seen.cut > 0 && seen.compared > 0,
      `${seen.cut} exports were cut short; ${seen.compared} files had their name and were compared, ${seen.unfinished} were unfinished`,
    );
    return tally.result(killedExporting);
  },
};

export const killedRestoring: Row = {
  id: 'A4c',
  name: 'killed while restoring a backup',
  times: { long: 200, short: 3 },
  run: async (times, { folder, random, childFile }) => {
    const tally = new Tally();
    const backup = archiveIn(folder(), fillWith(random, 'Avant'));
    const outcomes = { before: 0, after: 0 };
    for (let run = 0; run < times; run++) {
      const place = folder();
      const path = archiveIn(place, (archive) => void archive.insertImported(article('Après', 'encore'), null));
      await runSound(childFile, ['restore', path, backup], { line: 1, delayMs: random.next() * 60 });
      tally.ran();
      const count = look(path, (archive) => {
        checkWhole(tally, archive, `run ${run}`);
        return archive.stats({}).documents;
      });
      tally.expect(count === 1 || count === documents, `${count} documents in run ${run}`);
      if (count === 1) outcomes.before++;
      if (count !== documents) continue;
      outcomes.after++;
      const aside = readdirSync(place).find((name) => /replaced-[^-]+-\d\d-\d\dT[\d.]+$/.test(name));
      if (aside === undefined) tally.lost(`what was there before the restore of run ${run}`);
      else look(join(place, aside), (archive) => tally.expect(archive.stats({}).documents === 1, aside));
    }
    tally.control(true, `${outcomes.before} times as before, ${outcomes.after} times restored`);
    return tally.result(killedRestoring);
  },
};

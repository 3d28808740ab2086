/** A3: the process is killed while it brings an archive of every released schema to the newest. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Connection, connect } from '@main/archive/connect';
import { migrate, schemaOf } from '@main/archive/migrate';
import { migrations, newestSchema } from '@main/archive/migrations';
import { runSound } from '../process';
import { type Row, Tally } from '../row';
import { checkWhole, look } from '../small-archive';

/** Archives that released versions wrote, by their schema. */
function releasedArchives(): readonly { readonly schema: number; readonly bytes: Buffer }[] {
  const fixtures = 'src-main/archive/fixtures';
  return readdirSync(fixtures).flatMap((name) => {
    const schema = Number(/^schema-(\d+)\.postil\.gz$/.exec(name)?.[1] ?? 0);
    return schema === 0 ? [] : [{ schema, bytes: gunzipSync(readFileSync(join(fixtures, name))) }];
  });
}

const shapeOf = (db: Connection): string =>
  JSON.stringify(db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all());

/** The tables an archive of each schema has, from the first on. */
function shapesFrom(bytes: Buffer, from: number, folder: string): ReadonlyMap<number, string> {
  const shapes = new Map<number, string>();
  for (let schema = from; schema <= newestSchema; schema++) {
    const path = join(folder, `shape-${from}-${schema}`);
    writeFileSync(path, bytes);
    const db = connect(path, { create: false, journal: 'wal' });
    migrate(db, migrations.slice(0, schema), null);
    shapes.set(schema, shapeOf(db));
    db.close();
  }
  return shapes;
}

/** Schema and tables as they are on disk, without bringing anything up to date. */
function asItIs(path: string): { readonly schema: number; readonly shape: string } {
  const db = connect(path, { create: false, journal: 'wal' });
  try {
    return { schema: schemaOf(db), shape: shapeOf(db) };
  } finally {
    db.close();
  }
}

interface Expected {
  readonly schema: number;
  readonly bytes: Buffer;
  readonly shapes: ReadonlyMap<number, string>;
  /** What it holds, when it is left alone. */
  readonly stats: string;
  /** How long bringing it up to date takes, copy included, in milliseconds. */
  readonly lastsMs: number;
}

const statsOf = (path: string): string =>
  look(path, (archive) => {
    const { documents, annotations, links, originals } = archive.stats({});
    return JSON.stringify({ documents, annotations, links, originals });
  });

/** Opens it once without a kill: the others must come to the same. */
async function leftAlone(schema: number, bytes: Buffer, place: string, childFile: string): Promise<Expected> {
  const shapes = shapesFrom(bytes, schema, place);
  const path = join(place, `whole-${schema}.postil`);
  writeFileSync(path, bytes);
  const { lines } = await runSound(childFile, ['open', path], null);
  const lastsMs = Number(lines.flatMap((line) => line.match(/^opened after (\d+)/)?.[1] ?? [])[0] ?? 0);
  return { schema, bytes, shapes, stats: statsOf(path), lastsMs };
}

/** What is there after a kill is one schema or another, with all that was in it. */
function judge(tally: Tally, { schema, shapes, stats }: Expected, path: string, run: number): number {
  const found = asItIs(path);
  tally.expect(shapes.get(found.schema) === found.shape, `schema ${found.schema} with other tables in run ${run}`);
  const copy = `${path}.before-schema-${schema + 1}`;
  if (found.schema > schema) tally.expect(existsSync(copy), `no copy from before in run ${run}`);
  if (existsSync(copy)) {
    const before = asItIs(copy);
    tally.expect(before.schema === schema, `the copy from before has schema ${before.schema}`);
    look(copy, (archive) => checkWhole(tally, archive, `copy of run ${run}`));
  }
  look(path, (archive) => checkWhole(tally, archive, `run ${run}`));
  if (statsOf(path) !== stats) tally.lost(`something of schema ${schema}, run ${run}`);
  return found.schema;
}

export const killedMigrating: Row = {
  id: 'A3',
  name: 'killed during each migration',
  times: { long: 240, short: 12 },
  run: async (times, { folder, random, childFile }) => {
    const tally = new Tally();
    const place = folder();
    const released: Expected[] = [];
    for (const { schema, bytes } of releasedArchives())
      if (schema < newestSchema) released.push(await leftAlone(schema, bytes, place, childFile));
    const seen = { 'before the first step': 0, 'between steps': 0, 'after the last': 0 };
    for (let run = 0; run < times; run++) {
      const expected = released[run % released.length];
      if (expected === undefined) break;
      const path = join(place, `${run}.postil`);
      writeFileSync(path, expected.bytes);
      // Most of the time goes into the copy: every second kill waits until that has its name, and strikes among the steps.
      const inAll = random.next() * expected.lastsMs;
      const kill =
        Math.floor(run / released.length) % 2 === 0
          ? { line: 1, delayMs: inAll }
          : { file: `${path}.before-schema-${expected.schema + 1}`, delayMs: inAll / 2 };
      await runSound(childFile, ['open', path], kill);
      tally.ran();
      const schema = judge(tally, expected, path, run);
      if (schema === expected.schema) seen['before the first step']++;
      else if (schema < newestSchema) seen['between steps']++;
      else seen['after the last']++;
    }
    const found = Object.entries(seen).map(([when, count]) => `${count} ${when}`);
    const schemas = released.map(({ schema }) => schema).join(', ');
    tally.control(seen['between steps'] > 0 || times < 50, `from schemas ${schemas}; killed ${found.join(', ')}`);
    return tally.result(killedMigrating);
  },
};

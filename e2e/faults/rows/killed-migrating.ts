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

export const killedMigrating: Row = {
  id: 'A3',
  name: 'killed during each migration',
  times: { long: 200, short: 5 },
  run: async (times, { folder, random, childFile }) => {
    const tally = new Tally();
    const released = releasedArchives();
    const seen = new Map<string, number>();
    for (const { schema, bytes } of released) {
      const place = folder();
      const shapes = shapesFrom(bytes, schema, place);
      for (let run = 0; run < times; run++) {
        const path = join(place, `${run}.postil`);
        writeFileSync(path, bytes);
        await runSound(childFile, ['open', path], { line: 1, delayMs: random.next() * 40 });
        tally.ran();
        const found = asItIs(path);
        seen.set(`${found.schema}`, (seen.get(`${found.schema}`) ?? 0) + 1);
        tally.expect(
          shapes.get(found.schema) === found.shape,
          `schema ${found.schema} with other tables in run ${run}`,
        );
        const copy = `${path}.before-schema-${schema + 1}`;
        if (found.schema > schema) tally.expect(existsSync(copy), `no copy from before in run ${run}`);
        if (existsSync(copy)) {
          const before = asItIs(copy);
          tally.expect(before.schema === schema, `the copy from before has schema ${before.schema}`);
          look(copy, (archive) => checkWhole(tally, archive, `copy of run ${run}`));
        }
        look(path, (archive) => {
          checkWhole(tally, archive, `run ${run}`);
          const { documents, annotations, links } = archive.stats({});
          if (documents !== 3 || annotations !== 2 || links !== 1)
            tally.lost(`something of schema ${schema}, run ${run}`);
        });
      }
    }
    const found = [...seen].sort().map(([schema, count]) => `schema ${schema} ${count} times`);
    tally.control(released.length > 0, `after the kills: ${found.join(', ')}`);
    return tally.result(killedMigrating);
  },
};

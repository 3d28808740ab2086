/** A9: the power is cut while the archive is written, and all that was not synced may be gone or torn. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cuts, Disk } from '../power-cut/disk';
import { compileRecorder, type Recorded, recordChild } from '../power-cut/recording';
import { type Bench, type Row, Tally } from '../row';
import { archiveIn, article, checkWhole, look } from '../small-archive';
import { stateOf } from './killed-writing';

interface Recording {
  readonly steps: readonly Recorded[];
  /** The archive as it was before. */
  readonly before: Buffer;
  readonly path: string;
  readonly uid: ReturnType<typeof uidOf>;
}
const uidOf = (path: string) =>
  look(path, (archive) => archive.insertImported(article('Titre', 'État 0 au début', 'État 0 à la fin'), null).uid);

const rounds = 240;

async function recording(task: string, bench: Bench, library: string): Promise<Recording> {
  const folder = bench.folder();
  const path = archiveIn(folder, () => undefined);
  const uid = uidOf(path);
  const before = readFileSync(path);
  const steps = await recordChild(bench, library, folder, [task, path, uid, `${rounds}`, '40']);
  return { steps, before, path, uid };
}

/** Cuts the power at random steps. Tells of each answer that is gone, and of each archive that is not whole. */
function cutPower({ steps, before, path, uid }: Recording, states: number, bench: Bench, tally: Tally): void {
  const { random } = bench;
  const began = steps.findIndex(({ op, bytes }) => op === 'say' && bytes.toString() === 'ready\n') + 1;
  const moments = Array.from({ length: states }, () => began + random.below(steps.length - began));
  moments.sort((a, b) => a - b);
  const desk = bench.quickFolder();
  const disk = new Disk(new Map([[path, before]]));
  const annotated: string[] = [];
  let saved = 0;
  let at = 0;
  for (const moment of moments) {
    for (; at < moment; at++) {
      const step = steps[at];
      if (step === undefined) break;
      disk.apply(step);
      const [, what, which = ''] =
        /^(annotated|saved) (.+)\n$/.exec(step.op === 'say' ? step.bytes.toString() : '') ?? [];
      if (what === 'annotated') annotated.push(which);
      if (what === 'saved') saved = Number(which);
    }
    const place = join(desk, 'after');
    mkdirSync(place);
    // The index of the log is memory shared between processes, made anew at every start.
    for (const [name, bytes] of disk.afterCut(random.pick(cuts), random))
      if (!name.endsWith('-shm')) writeFileSync(join(place, name.slice(path.length - 'a.postil'.length)), bytes);
    tally.ran();
    try {
      look(join(place, 'a.postil'), (archive) => {
        const { document, annotations } = archive.openDocument({ uid });
        const held = new Set<string>(annotations.map((annotation) => annotation.uid));
        const gone = annotated.filter((one) => !held.has(one));
        if (gone.length > 0) tally.lost(`${gone.length} annotations at step ${moment}`, gone.length);
        const state = stateOf(document.text);
        if (state === null) tally.half(`the text at step ${moment}`);
        else if (state < saved) tally.lost(`save ${saved} at step ${moment}; ${state} is there`);
        checkWhole(tally, archive, `step ${moment}`);
      });
    } catch (error) {
      tally.half(`step ${moment}: ${error instanceof Error ? error.message : String(error)}`);
    }
    rmSync(place, { recursive: true });
  }
}

export const powerCut: Row = {
  id: 'A9',
  name: 'power cut while writing',
  times: { long: 1000, short: 60 },
  run: async (times, bench) => {
    const tally = new Tally();
    const library = compileRecorder(bench.folder());
    const sound = await recording('write', bench, library);
    cutPower(sound, times, bench, tally);
    const syncs = sound.steps.filter(({ op }) => op === 'sync').length;
    const writes = sound.steps.filter(({ op }) => op === 'write').length;
    const blind = new Tally();
    cutPower(await recording('write-carelessly', bench, library), Math.ceil(times / 4), bench, blind);
    const careless = blind.result(powerCut);
    tally.control(
      careless.lost > 0,
      `with synchronous=NORMAL ${careless.lost} answers lost in ${careless.runs} states`,
    );
    tally.control(syncs >= rounds && writes > syncs, `${writes} writes and ${syncs} syncs recorded`);
    return tally.result(powerCut);
  },
};

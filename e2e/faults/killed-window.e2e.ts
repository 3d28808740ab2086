/** A6: the window's process killed under a person who types. */
import type { ElectronApplication } from '@playwright/test';
import { test } from '../app';
import { passTime, takeClock } from './clock';
import { openFreshNote } from './open-note';
import { seeded } from './random';
import { report, timesOf } from './report';
import { Tally } from './row';
import { seed } from './run-row';

interface Typing {
  /** What was typed, with the time of each piece in milliseconds before the kill. */
  readonly typed: readonly { readonly piece: string; readonly beforeKillMs: number }[];
  /** What the archive holds afterwards, asked for by the window that came back. */
  readonly text: string;
  readonly error: string;
}

/**
 * Opens a new note, types into it, kills the window's process, and asks for the note once it is there again. Carried
 * out in the main process: the driver's own page object does not outlive its process.
 */
async function typeAndKill(
  electron: ElectronApplication,
  title: string,
  forMs: number,
  gapMs: number,
): Promise<Typing> {
  const note = await openFreshNote(electron, title);
  if (note.error !== undefined) return { typed: [], text: '', error: note.error };
  return electron.evaluate(
    async ({ BrowserWindow }, given) => {
      const [window] = BrowserWindow.getAllWindows();
      const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
      if (window === undefined) return { typed: [], text: '', error: 'no window' };
      const contents = window.webContents;
      const at: { piece: string; ms: number }[] = [];
      const end = performance.now() + given.forMs;
      for (let number = 0; performance.now() < end; number++) {
        const piece = `${number} `;
        await contents.insertText(piece);
        at.push({ piece, ms: performance.now() });
        await pause(given.gapMs);
      }
      const killed = performance.now();
      const gone = new Promise<void>((resolve) => contents.once('render-process-gone', () => resolve()));
      const back = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
      contents.forcefullyCrashRenderer();
      await gone;
      await back;
      const text = await contents.executeJavaScript(`(async () => {
        for (let turn = 0; turn < 400; turn++) {
          const answer = await window.postil.call('openDocument', { uid: ${JSON.stringify(given.uid)} });
          if (answer.ok) return answer.value.document.text;
          await new Promise((done) => setTimeout(done, 25));
        }
        return null;
      })()`);
      if (typeof text !== 'string') return { typed: [], text: '', error: 'the archive did not answer' };
      return { typed: at.map(({ piece, ms }) => ({ piece, beforeKillMs: killed - ms })), text, error: '' };
    },
    { uid: note.uid, forMs, gapMs },
  );
}

test('A6 a window killed while a person types loses at most the last second', async ({ journey }) => {
  const times = timesOf({ long: 200, short: 2 });
  test.setTimeout(60_000 + times * 20_000);
  const tally = new Tally();
  const random = seeded(seed);
  const { electron } = await journey.start();
  await takeClock(electron);
  let typedInAll = 0;
  let oldestLostMs = 0;
  await journey.expectCrash(async () => {
    for (let run = 0; run < times; run++) {
      // The app brings a window back by itself, but not three times in half a minute.
      await passTime(electron, 30_000);
      const forMs = 100 + random.below(1300);
      const { typed, text, error } = await typeAndKill(electron, `Cut off ${run}`, forMs, 15 + random.below(40));
      if (error !== '') {
        tally.half(`run ${run}: ${error}`);
        continue;
      }
      tally.ran();
      const whole = typed.map(({ piece }) => piece).join('');
      tally.expect(whole.startsWith(text), `run ${run} kept “${text.slice(-20)}”, which was not typed so`);
      let length = 0;
      for (const { piece, beforeKillMs } of typed) {
        length += piece.length;
        typedInAll++;
        // The blank after the last number may be cut from the text's end.
        if (text.length >= length - 1) continue;
        oldestLostMs = Math.max(oldestLostMs, beforeKillMs);
        if (beforeKillMs > 1000) tally.lost(`“${piece}” of run ${run}, typed ${Math.round(beforeKillMs)} ms before`);
      }
    }
  });
  tally.control(
    typedInAll > times * 5,
    `${typedInAll} pieces typed; the oldest lost was ${Math.round(oldestLostMs)} ms old`,
  );
  report(tally.result({ id: 'A6', name: 'window killed while typing' }));
});

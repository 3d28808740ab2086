/** A8: a session of typing and tagging in which any process of the app may be killed at any time. */
import type { ElectronApplication } from '@playwright/test';
import Database from 'better-sqlite3';
import type { CallInput, CallName, CallOutput } from '../../src-shared/contract/calls';
import type { PostilBridge } from '../../src-shared/contract/shell';
import { expect, type RunningApp, test } from '../app';
import { postilJson } from '../cli';
import { passTime, takeClock } from './clock';
import { openFreshNote } from './open-note';
import { type Random, seeded } from './random';
import { isLong, report } from './report';
import { Tally } from './row';
import { seed } from './run-row';

declare const window: { readonly postil: PostilBridge };

/** Those the app outlives, and those that end it. */
type Survived = 'window' | 'archive' | 'gpu' | 'network';
type Fatal = 'main' | 'tree';

/** Milliseconds since 1970, not moved by the clock the row gives the app. */
const nowMs = (): number => performance.timeOrigin + performance.now();

interface Piece {
  readonly piece: string;
  readonly atMs: number;
}
interface Note {
  readonly uid: string;
  readonly typed: Piece[];
}

/** What the whole session did. */
interface Session {
  readonly tally: Tally;
  readonly random: Random;
  readonly archive: string;
  /** A passage of this article is tagged again and again. */
  readonly article: string;
  readonly tagged: string[];
  readonly kills: Partial<Record<Survived | Fatal, number>>;
  notes: number;
  oldestLostMs: number;
}

/** Reads the archive's file beside the app: what is there is on disk. */
function onDisk<T>(archive: string, read: (db: Database.Database) => T): T {
  const db = new Database(archive, { readonly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}
const textOnDisk = ({ archive }: Session, uid: string): string =>
  onDisk(archive, (db) =>
    String(
      db
        .prepare('SELECT text FROM bodies JOIN documents ON documents.id = bodies.document WHERE uid = ?')
        .pluck()
        .get(uid),
    ),
  );

/** Types a piece every few hundredths of a second, and tags a passage now and then. */
async function typeAndTag(session: Session, electron: ElectronApplication, note: Note, forMs: number): Promise<void> {
  const end = nowMs() + forMs;
  while (nowMs() < end) {
    const piece = `${note.typed.length} `;
    const atMs = await electron.evaluate(async ({ BrowserWindow }, typed) => {
      await BrowserWindow.getAllWindows()[0]?.webContents.insertText(typed);
      return performance.timeOrigin + performance.now();
    }, piece);
    note.typed.push({ piece, atMs });
    if (note.typed.length % 7 === 0) await tag(session, electron);
  }
}

async function tag({ article, tagged }: Session, electron: ElectronApplication): Promise<void> {
  const uid: unknown = await electron.evaluate(
    ({ BrowserWindow }, input) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `window.postil.call('annotate', ${input}).then((answer) => answer.ok ? answer.value.uid : null)`,
      ),
    article,
  );
  if (typeof uid === 'string') tagged.push(uid);
}

async function openNote(session: Session, electron: ElectronApplication): Promise<Note> {
  const opened = await openFreshNote(electron, `Session ${session.notes++}`);
  if (opened.error !== undefined) throw new Error(opened.error);
  return { uid: opened.uid, typed: [] };
}

/** Whether a text lacks nothing that was typed longer ago than a second before `endMs`; says what is wrong when told to. */
function holds(session: Session, { typed }: Note, text: string, endMs: number, when: string | null): boolean {
  const whole = typed.map(({ piece }) => piece).join('');
  let length = 0;
  let isWhole = whole.startsWith(text);
  if (when !== null) session.tally.expect(isWhole, `${when}: “${text.slice(-20)}” was not typed so`);
  for (const { piece, atMs } of typed) {
    length += piece.length;
    // The blank after the last number may be cut from the text's end.
    if (text.length >= length - 1) continue;
    const ageMs = endMs - atMs;
    if (when !== null && Number.isFinite(ageMs)) session.oldestLostMs = Math.max(session.oldestLostMs, ageMs);
    if (ageMs <= 1000) continue;
    isWhole = false;
    if (when !== null) session.tally.lost(`${when}: “${piece}”, typed ${Math.round(ageMs)} ms before`);
  }
  return isWhole;
}

/** Looks at the disk until the note is there or time is up, then judges. `killedMs`: infinite when nothing may be lost. */
async function judge(session: Session, note: Note, killedMs: number, when: string): Promise<void> {
  const until = nowMs() + (Number.isFinite(killedMs) ? 1_000 : 15_000);
  while (!holds(session, note, textOnDisk(session, note.uid), killedMs, null) && nowMs() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  holds(session, note, textOnDisk(session, note.uid), killedMs, when);
  onDisk(session.archive, (db) => {
    const has = db.prepare('SELECT 1 FROM annotations WHERE uid = ?');
    for (const uid of session.tagged) if (has.get(uid) === undefined) session.tally.lost(`${when}: tag ${uid}`);
  });
}

const metricsNames: Readonly<Record<Exclude<Survived, 'window'>, RegExp>> = {
  archive: /^Utility Postil archive$/,
  gpu: /^GPU/,
  network: /^Utility Network Service$/,
};

const processesOf = (electron: ElectronApplication): Promise<readonly { name: string; pid: number }[]> =>
  electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, name, pid }) => ({ name: `${type} ${name ?? ''}`.trim(), pid })),
  );

/** Kills the window's process and waits until its page is there again. */
const killWindow = (electron: ElectronApplication): Promise<void> =>
  electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return;
    const gone = new Promise<void>((resolve) => contents.once('render-process-gone', () => resolve()));
    const back = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
    process.kill(contents.getOSProcessId(), 'SIGKILL');
    await gone;
    await back;
  });

/** Types, kills something the app outlives, and goes on in the same note where there still is one. */
async function killAndGoOn(session: Session, { electron }: RunningApp, note: Note, victim: Survived): Promise<Note> {
  const { tally, random, kills } = session;
  await typeAndTag(session, electron, note, 100 + random.below(1_600));
  const when = `${victim} killed in note ${session.notes - 1}`;
  tally.ran();
  kills[victim] = (kills[victim] ?? 0) + 1;
  // What dies three times in half a minute is given up, and nobody waits so long here.
  await passTime(electron, 30_000);
  if (victim === 'window') {
    const killedMs = nowMs();
    await killWindow(electron);
    await judge(session, note, killedMs, when);
    return openNote(session, electron);
  }
  const found = (await processesOf(electron)).find(({ name }) => metricsNames[victim].test(name));
  if (found === undefined) return note;
  process.kill(found.pid, 'SIGKILL');
  await typeAndTag(session, electron, note, 200);
  // The window lives: all that was typed has to come.
  await judge(session, note, Number.POSITIVE_INFINITY, when);
  return note;
}

/** Types, and kills main, or every process there is. */
async function killApp(session: Session, { electron }: RunningApp, note: Note, victim: Fatal): Promise<void> {
  const { tally, random, kills } = session;
  await typeAndTag(session, electron, note, 100 + random.below(1_600));
  const main = electron.process().pid ?? 0;
  const all = (await processesOf(electron)).map(({ pid }) => pid).filter((pid) => pid !== main);
  const closed = electron.waitForEvent('close');
  const killedMs = nowMs();
  for (const pid of victim === 'main' ? [main] : [...all, main]) process.kill(pid, 'SIGKILL');
  await closed;
  tally.ran();
  kills[victim] = (kills[victim] ?? 0) + 1;
  await judge(session, note, killedMs, `${victim} killed in note ${session.notes - 1}`);
}

/** The input of `annotate` for the first words of the first article. */
async function passageToTag(page: RunningApp['page']): Promise<string> {
  return page.evaluate(async () => {
    // The row speaks to the archive as any script of the page could; each answer is that of the call it names.
    const answerOf = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
      const outcome = await window.postil.call(name, input);
      if (!outcome.ok) throw new Error(outcome.error.message);
      return outcome.value as CallOutput<N>;
    };
    const page_ = { scope: { in: 'articles' }, sort: 'title', descending: false, offset: 0, limit: 1 } as const;
    const [row] = (await answerOf('listDocuments', page_)).rows;
    if (row === undefined) throw new Error('There is no article');
    const stored = await answerOf('openDocument', { uid: row.uid });
    return JSON.stringify({
      document: row.uid,
      start: 0,
      end: 12,
      exact: stored.document.text.slice(0, 12),
      kind: 'claim',
    });
  });
}

/** What is killed between two starts of the app: in the short run each kind once, in the long one at random. */
function planOf(round: number, random: Random): { readonly survived: readonly Survived[]; readonly last: Fatal } {
  const last = round % 2 === 0 ? 'main' : 'tree';
  if (!isLong) return { survived: round === 0 ? ['window', 'archive'] : ['window', 'gpu', 'network'], last };
  const others = Array.from({ length: 3 + random.below(5) }, () =>
    random.pick<Survived>(['window', 'archive', 'archive', 'network']),
  );
  // Once a start: Chromium itself gives a graphics process up that dies again and again.
  return { survived: ['window', 'gpu', ...others], last };
}

test('A8 whatever is killed while a person types and tags, at most the last second of typing is lost', async ({
  journey,
}) => {
  const sessionMs = isLong ? 5 * 60_000 : 0;
  test.setTimeout(120_000 + 5 * sessionMs);
  let app = await journey.start();
  await app.library.loadSamples();
  const session: Session = {
    tally: new Tally(),
    random: seeded(seed),
    archive: app.archive,
    article: await passageToTag(app.page),
    tagged: [],
    kills: {},
    notes: 0,
    oldestLostMs: 0,
  };
  const endMs = nowMs() + sessionMs;
  for (let round = 0; round < 2 || nowMs() < endMs; round++) {
    if (round > 0) app = await journey.restart(app);
    const { survived, last } = planOf(round, session.random);
    await takeClock(app.electron);
    let note = await openNote(session, app.electron);
    await journey.expectCrash(async () => {
      for (const victim of survived) note = await killAndGoOn(session, app, note, victim);
    });
    await killApp(session, app, note, last);
  }
  const { ok } = await postilJson<{ ok: boolean }>(app.archive, 'verify');
  session.tally.expect(ok, 'the archive is not whole');
  const { tally, tagged, kills, oldestLostMs } = session;
  const each = Object.entries(kills).map(([victim, times]) => `${victim} ${times}`);
  expect(Object.keys(kills).length, 'each kind of process was killed').toBe(6);
  tally.control(tagged.length > 5, `killed: ${each.join(', ')}; ${tagged.length} tags`);
  tally.control(true, `the oldest typing lost was ${Math.round(oldestLostMs)} ms old`);
  report(tally.result({ id: 'A8', name: 'any process killed while typing and tagging' }));
});

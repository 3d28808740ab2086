/** C1–C3: pages that run something or call out, through every importer, shown in the real reader. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { launchArguments } from '../../scripts/launch.mjs';
import { answerDialogs, expect, type RunningApp, test } from '../app';
import { attachElectron } from '../attach.mjs';
import { nativeZip } from './payloads/hostile-files';
import { type PagePayload, pagePayloads } from './payloads/page-payloads';
import { isLong, report } from './report';
import { Tally } from './row';

const filler =
  'The harbour office published its figures on Tuesday, and three captains disputed them the same evening. ';

interface Seen {
  readonly ran: readonly string[];
  readonly asked: readonly string[];
}

const bareApp = `
const { app, BrowserWindow, session } = require('electron');
globalThis.asked = [];
app.whenReady().then(() => {
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    if (/^https?:/.test(url)) globalThis.asked.push(url);
    answer({ cancel: /^https?:/.test(url) });
  });
  new BrowserWindow({ show: false, webPreferences: { backgroundThrottling: false } }).loadURL('about:blank');
});
app.on('window-all-closed', () => app.quit());
`;

/** Shows each payload raw in a window without any protection: what it does there is what must not happen here. */
async function shownRaw(folder: string): Promise<Seen> {
  writeFileSync(path.join(folder, 'main.cjs'), bareApp);
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }),
  );
  for (const { id, html } of pagePayloads) {
    const page = `<!doctype html><script>window.harmed=[];window.harm=(id)=>window.harmed.push(id)</script>${html}`;
    writeFileSync(path.join(folder, `${id}.html`), page);
  }
  const electron = await attachElectron({
    args: [...launchArguments(), folder, `--user-data-dir=${path.join(folder, 'profile')}`],
  });
  await electron.firstWindow();
  const names = pagePayloads.map(({ id }) => id);
  const seen = await electron.evaluate(
    async ({ BrowserWindow }, given) => {
      const [window] = BrowserWindow.getAllWindows();
      const ran: string[] = [];
      for (const id of given.names) {
        // A page that moves itself elsewhere fails to load: that it tried is what counts.
        await window?.loadFile(`${given.folder}/${id}.html`).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 120));
        const harmed: unknown = await window?.webContents.executeJavaScript('window.harmed ?? []').catch(() => []);
        if (Array.isArray(harmed)) ran.push(...harmed.map(String));
      }
      return { ran, asked: Reflect.get(globalThis, 'asked') as string[] };
    },
    { names, folder },
  );
  await electron.close();
  return seen;
}

/** A payload as each importer gets it. The last word of a title is its alone, to be found by. */
function filesOf({ id, html }: PagePayload, number: number): readonly (readonly [name: string, content: string])[] {
  const words = `${filler.repeat(3)} ${id}.`;
  return [
    [
      `${id}.html`,
      `<!doctype html><html lang="en"><head><title>page p${number}x</title></head><body><p>${words}</p>${html}<p>${filler}</p></body></html>`,
    ],
    [
      `${id}.md`,
      `# markdown m${number}x\n\n${words}\n\n${html}\n\n[a](javascript:harm('${id}')) ![b](https://${id}.example.invalid/md) <https://${id}.example.invalid/auto>\n`,
    ],
    [`${id}.txt`, `text t${number}x\n\n${words}\n\n${html}\n`],
  ];
}

/** All payloads as the words of one document of a native archive: its title, text, labels and comment. */
function nativeFile(): Uint8Array {
  const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  const uid = (number: number): string => `01920000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
  const all = pagePayloads.map(({ html }) => html.replaceAll('\u0000', '')).filter((html) => !/[\n\t]/.test(html));
  const text = all.join('\n');
  const blocks = all.map((html) => ({ type: 'paragraph', inlines: [{ type: 'text', text: html }] }));
  const metadata = {
    authors: all.slice(0, 5),
    site: all[0],
    url: 'https://native.example.invalid/',
    date: '',
    language: 'en',
    description: text.slice(0, 4000),
  };
  const document = {
    ...{ uid: uid(1), type: 'article', title: `native ${all[0]}`, metadata, body: { version: 1, blocks }, text },
    ...{ labels: all.slice(0, 20), originals: [], revision: 1, createdAtMs: 1, updatedAtMs: 2, deletedAtMs: null },
  };
  const exact = all[0] ?? '';
  const selector = { start: 0, end: exact.length, exact, prefix: '', suffix: '', textHash: '0' };
  const annotation = {
    ...{
      uid: uid(2),
      document: uid(1),
      kind: 'claim',
      selector,
      orphaned: false,
      comment: all.slice(0, 60).join('\n\n'),
    },
    ...{ labels: all.slice(0, 20), fields: {}, createdAtMs: 1, updatedAtMs: 2 },
  };
  return nativeZip({ [`documents/${uid(1)}.json`]: encode(document), 'annotations.json': encode([annotation]) });
}

/** Attempts that reached the session, whoever stopped them. Listens where the app itself does not. */
async function watchSession(electron: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(({ session }) => {
    const tried: string[] = [];
    Object.assign(globalThis, { tried });
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => {
      if (/^(https?|wss?|file|ftp):/.test(url)) tried.push(url);
    });
  });
  return () => electron.evaluate(() => Reflect.get(globalThis, 'tried') as string[]);
}

/** Packets this machine (or this network namespace) had no way for: what tried to leave where nothing can. */
function packetsWithoutRoute(): number {
  try {
    const [names = '', values = ''] = readFileSync('/proc/net/snmp', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('Ip: '));
    return Number(values.split(' ')[names.split(' ').indexOf('OutNoRoutes')] ?? 0);
  } catch {
    return 0;
  }
}

async function showAll({ page, library, reading }: RunningApp, tally: Tally): Promise<number> {
  const titles = await page.evaluate(async () => {
    const read: string[] = [];
    const postil = Reflect.get(window, 'postil') as {
      call: (name: string, input: unknown) => Promise<{ value: { rows: { title: string }[] } }>;
    };
    const answer = await postil.call('listDocuments', {
      scope: { in: 'all' },
      sort: 'title',
      descending: false,
      offset: 0,
      limit: 500,
    });
    read.push(...answer.value.rows.map(({ title }) => title));
    return read;
  });
  const shown = isLong ? titles : titles.filter((title, index) => index % 12 === 0 || title.startsWith('native'));
  await library.rows.first().click();
  for (const title of shown) {
    await library.search(`title:${title.startsWith('native') ? 'native' : title.split(' ').at(-1)}`);
    await expect(library.hits).toHaveCount(1);
    await expect(library.hits.first()).toContainText(title.slice(0, 12));
    await library.searchBox.press('Enter');
    await expect(reading.title).toHaveValue(title);
    const alive = await reading.text
      .locator(
        'script, iframe, frame, object, embed, video, audio, form, input, link, meta, base, style, [onclick], [onerror], [onload], [srcset], [style*="url"]',
      )
      .count();
    tally.expect(alive === 0, `${title.slice(0, 40)}: ${alive} live elements in the reader`);
    tally.ran();
  }
  return titles.length;
}

test('C1–C3 no page, Markdown, text or archive that comes in runs anything or asks for anything', async ({
  journey,
}) => {
  test.setTimeout(isLong ? 1_800_000 : 240_000);
  const tally = new Tally();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-hostile-'));
  const raw = await shownRaw(folder);
  const ranRaw = new Set(raw.ran);
  const askedRaw = new Set(raw.asked.map((url) => new URL(url).hostname.split('.')[0] ?? ''));
  const blind = pagePayloads.filter(
    ({ id, does }) => (does === 'runs' && !ranRaw.has(id)) || (does === 'calls' && !askedRaw.has(id)),
  );
  tally.control(
    ranRaw.size > 30 && askedRaw.size > 30,
    `shown raw, ${ranRaw.size} of ${pagePayloads.length} payloads ran and ${askedRaw.size} called out` +
      (blind.length > 0 ? ` (not seen raw: ${blind.map(({ id }) => id).join(' ')})` : ''),
  );
  const app = await journey.start();
  const { page, electron, library } = app;
  const tried = await watchSession(electron);
  const routes = packetsWithoutRoute();
  await page.evaluate(() => {
    const harmed: string[] = [];
    Object.assign(window, { harmed, harm: (id: string) => harmed.push(String(id)) });
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => harmed.push(`policy ${blockedURI}`));
  });
  const files = pagePayloads.flatMap(filesOf).map(([name, content]) => {
    const file = path.join(folder, `in-${name}`);
    writeFileSync(file, content);
    return file;
  });
  const native = path.join(folder, 'all.postil.zip');
  writeFileSync(native, nativeFile());
  await answerDialogs(electron, { open: [...files, native] });
  await library.importFiles();
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const postil = Reflect.get(window, 'postil') as {
            call: (name: string, input: unknown) => Promise<{ value: { articles: number } }>;
          };
          return (await postil.call('stats', {})).value.articles;
        }),
      { timeout: 120_000 },
    )
    .toBeGreaterThan(files.length * 0.9);
  const imported = await showAll(app, tally);
  await page.evaluate(() => {
    for (const link of document.querySelectorAll('a[href]')) if (link instanceof HTMLElement) link.click();
  });
  const harmed = await page.evaluate(() => [...(Reflect.get(window, 'harmed') as string[])]);
  const asked = await tried();
  const left = packetsWithoutRoute() - routes;
  for (const id of harmed) tally.half(`ran: ${id}`);
  for (const url of asked) tally.half(`asked for ${url}`);
  tally.expect(left === 0, `${left} packets had no way out`);
  expect(electron.windows()).toHaveLength(1);
  tally.control(
    imported > files.length * 0.9,
    `${imported} documents of ${files.length + 1} files, 0 requests at the session, ${left} packets without a route`,
  );
  rmSync(folder, { recursive: true, force: true });
  report(tally.result({ id: 'C1–C3', name: 'script, mutation and remote-load payloads, shown in the reader' }));
});

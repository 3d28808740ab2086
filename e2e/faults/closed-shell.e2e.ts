/** B13b and D6–D8: a second start, other frames, new windows, permissions: what the shell must refuse. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { electronPath, launchArguments } from '../../scripts/launch.mjs';
import { expect, root, test } from '../app';
import { report } from './report';
import { Tally } from './row';

test('B13b a second start on the same archive shows the first window and ends', async ({ journey }) => {
  const tally = new Tally();
  const { electron, folder, archive } = await journey.start();
  await electron.evaluate(({ app }) => {
    Object.assign(globalThis, { starts: 0 });
    app.on('second-instance', () =>
      Object.assign(globalThis, { starts: Number(Reflect.get(globalThis, 'starts')) + 1 }),
    );
  });
  const started = performance.now();
  const second = spawn(
    electronPath(),
    [...launchArguments(), root, `--user-data-dir=${path.join(folder, 'profile')}`],
    {
      env: { ...process.env, POSTIL_ARCHIVE: archive },
      stdio: 'ignore',
    },
  );
  const code = await new Promise<number | null>((resolve) => second.on('close', resolve));
  const seconds = (performance.now() - started) / 1000;
  tally.ran();
  tally.expect(seconds < 20, `the second start ended after ${seconds.toFixed(1)} s with ${code}`);
  await expect.poll(() => electron.evaluate(() => Reflect.get(globalThis, 'starts'))).toBe(1);
  tally.expect(electron.windows().length === 1, `${electron.windows().length} windows`);
  tally.control(true, `the second start ended after ${seconds.toFixed(1)} s`);
  report(tally.result({ id: 'B13b', name: 'second start of the app' }));
});

test('D6–D8 other frames, new windows, permissions and downloads are refused', async ({ journey }) => {
  const tally = new Tally();
  const { electron, page, folder } = await journey.start();
  const before = page.url();
  const frames = await page.evaluate(async () => {
    const make = (set: (frame: HTMLIFrameElement) => void): Promise<string> =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        const look = (): void => {
          try {
            const inner = frame.contentWindow;
            resolve(
              inner !== null && (Reflect.has(inner, 'postil') || Reflect.has(inner, 'require')) ? 'bridge' : 'nothing',
            );
          } catch {
            resolve('nothing');
          }
        };
        frame.onload = look;
        setTimeout(look, 1500);
        set(frame);
        document.body.append(frame);
      });
    const blob = (): string => URL.createObjectURL(new Blob(['<p>x'], { type: 'text/html' }));
    const found = await Promise.all([
      make(() => undefined),
      make((frame) => frame.setAttribute('src', blob())),
      make((frame) => frame.setAttribute('src', 'data:text/html,<p>x')),
      make((frame) => frame.setAttribute('src', location.href)),
      make((frame) => frame.setAttribute('src', 'https://frame.example.invalid/')),
    ]);
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
    return found;
  });
  tally.ran(frames.length);
  tally.expect(
    frames.every((found) => found === 'nothing'),
    `the frames had: ${frames.join(', ')}`,
  );
  tally.control(await page.evaluate(() => 'postil' in window), 'the page itself has the bridge');

  const opened = await page.evaluate(() => {
    const tries = ['https://open.example.invalid/', 'about:blank', 'data:text/html,x', location.href, 'javascript:1'];
    const answers = tries.map((address) => window.open(address) === null);
    const link = document.createElement('a');
    Object.assign(link, { href: 'https://blank.example.invalid/', target: '_blank' });
    document.body.append(link);
    link.click();
    const download = document.createElement('a');
    Object.assign(download, { href: URL.createObjectURL(new Blob(['x'])), download: 'harmed.txt' });
    document.body.append(download);
    download.click();
    link.remove();
    download.remove();
    return answers;
  });
  tally.ran(opened.length + 2);
  tally.expect(opened.every(Boolean), `windows that opened: ${opened.join(', ')}`);

  // A file or data address is refused by Chromium itself, with an error on the console.
  for (const address of ['https://away.example.invalid/', 'http://127.0.0.1:9/', 'app://other/']) {
    await page.evaluate((where) => {
      location.href = where;
    }, address);
    tally.ran();
  }
  const permissions = await page.evaluate(async () => {
    const granted: string[] = [];
    const quietly = async (name: string, ask: () => Promise<unknown>): Promise<void> => {
      const answer = await Promise.race([
        ask().catch(() => 'denied'),
        new Promise((resolve) => setTimeout(() => resolve('no answer'), 3000)),
      ]);
      if (answer === 'granted') granted.push(name);
    };
    const media = navigator.mediaDevices;
    await Promise.all([
      quietly('camera', async () => (await media.getUserMedia({ video: true })) && 'granted'),
      quietly('microphone', async () => (await media.getUserMedia({ audio: true })) && 'granted'),
      quietly('screen', async () => (await media.getDisplayMedia()) && 'granted'),
      quietly('notifications', () => Notification.requestPermission()),
      quietly(
        'place',
        () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(() => done('granted'), fail)),
      ),
      quietly('clipboard', async () => (await navigator.clipboard.readText()) !== null && 'granted'),
      ...['persistent-storage', 'midi', 'camera', 'geolocation'].map((name) =>
        quietly(
          `query ${name}`,
          async () => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    ]);
    return granted;
  });
  tally.ran(10);
  tally.expect(permissions.length === 0, `granted: ${permissions.join(', ')}`);
  tally.expect(page.url() === before, `the page went to ${page.url()}`);
  tally.expect(electron.windows().length === 1, `${electron.windows().length} windows`);
  const saved = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('harmed'))
    : [];
  tally.expect(saved.length === 0, 'a download was saved');

  // Nobody is asked before this one; the page is brought back by itself.
  const isBack = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame() && frame.url() === before);
  await page.evaluate(() => {
    setTimeout(() => {
      location.href = 'about:blank';
    });
  });
  tally.ran();
  await isBack;
  await expect(page.getByRole('searchbox')).toBeVisible();
  tally.expect(page.url() === before, `from the empty page it went to ${page.url()}`);
  report(tally.result({ id: 'D6–D8', name: 'other frames, new windows, permissions, downloads' }));
});

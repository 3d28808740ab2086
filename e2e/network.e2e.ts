/** The watch over the network has to see what it watches for; then the app's silence means something. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchArguments } from '../scripts/launch.mjs';
import { expect, test } from './app';
import { attachElectron } from './attach.mjs';
import { foreignAddressesIn } from './net-log';

const bareApp = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ show: false }).loadURL('data:text/html,bare'));
app.on('window-all-closed', () => app.quit());
`;

test('the watch reports a request that a bare window makes', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'postil-bare-'));
  writeFileSync(path.join(folder, 'main.cjs'), bareApp);
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }),
  );
  const log = path.join(folder, 'net.json');
  const electron = await attachElectron({
    args: [...launchArguments(), folder, `--user-data-dir=${path.join(folder, 'profile')}`, `--log-net-log=${log}`],
  });
  const page = await electron.firstWindow();
  await page.evaluate(() => fetch('https://example.invalid/beacon', { mode: 'no-cors' }).catch(() => null));
  await electron.close();
  const written = readFileSync(log, 'utf8');
  const seen = foreignAddressesIn(written);
  // Wherever a kill cuts the log off it can be read, and what stands in it by then is seen.
  const asked = written.indexOf('https://example.invalid/beacon') + 'https://example.invalid/beacon'.length;
  const isSeenIn = (cut: string): boolean => foreignAddressesIn(cut).some((line) => line.includes('example.invalid'));
  for (const share of [0, 0.01, 0.2, 0.5, 0.8, 0.99]) {
    expect(isSeenIn(written.slice(0, asked * share))).toBe(false);
    expect(isSeenIn(written.slice(0, asked + 2 + (written.length - asked) * share))).toBe(true);
  }
  rmSync(folder, { recursive: true, force: true });
  expect(seen).toContain('request https://example.invalid/beacon');
  expect(seen.some((line) => line.startsWith('look-up'))).toBe(true);
});

test('the app’s own page can reach nothing, whatever it tries', async ({ journey }) => {
  const { page, electron } = await journey.start();
  const refused = await page.evaluate(async () => {
    const heard: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => heard.push(blockedURI));
    const tries = ['https://example.invalid/', 'http://127.0.0.1:9/', 'file:///etc/hostname'];
    const answers = await Promise.all(
      tries.map((address) =>
        fetch(address).then(
          () => 'came',
          () => 'refused',
        ),
      ),
    );
    return { answers, heard };
  });
  expect(refused.answers).toEqual(['refused', 'refused', 'refused']);
  expect(await page.evaluate(() => window.open('https://example.invalid/') === null)).toBe(true);
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.invalid/away';
  });
  expect(page.url()).toBe(before);
  expect(electron.windows()).toHaveLength(1);
});

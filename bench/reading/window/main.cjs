/** A bare window without a policy, as the other contestants have it: shows the page in BENCH_PAGE, and nothing else. */
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { app, BrowserWindow, net, protocol } = require('electron');

protocol.registerSchemesAsPrivileged([
  { scheme: 'bench', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

app.whenReady().then(() => {
  protocol.handle('bench', (request) =>
    net.fetch(pathToFileURL(path.join(process.env.BENCH_PAGE, new URL(request.url).pathname)).href),
  );
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.loadURL(`bench://page/index.html?contestant=${process.env.BENCH_CONTESTANT}`);
});
app.on('window-all-closed', () => app.quit());

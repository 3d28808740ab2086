/** The least an Electron app can be: one window with one input. The floor for Postil's start. */
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());

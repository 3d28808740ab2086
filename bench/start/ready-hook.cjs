/**
 * Loaded into the main process before the app (electron -r). Says `window-ready` on
 * stdout once the first window has painted what READY_SELECTOR names.
 */
const { app } = require('electron');

const waitForSelector = (selector) => `new Promise((resolve) => {
  const look = () => document.querySelector(${JSON.stringify(selector)}) && document.visibilityState === 'visible'
    ? requestAnimationFrame(() => requestAnimationFrame(resolve)) : setTimeout(look, 5);
  look();
}).then(() => true)`;

let first = true;
app.on('web-contents-created', (_event, contents) => {
  if (!first) return;
  first = false;
  contents.once('dom-ready', async () => {
    await contents.executeJavaScript(waitForSelector(process.env.READY_SELECTOR));
    process.stdout.write('window-ready\n');
  });
});

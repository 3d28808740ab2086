/**
 * What the app's Chromium may not do: reach a network, ask for permissions, open or
 * leave pages, download. Layers that hold even if a page of ours were taken over.
 */
import { app, type Session, type WebContents } from 'electron';
import { contentPolicy } from './content-policy';
import { mayLoad } from './may-load';

/** Switches for Chromium; must run before the app is ready. `devServer` is null in the real app. */
export function lockDownChromium(devServer: string | null): void {
  const { commandLine } = app;
  // Only the launcher may leave the sandbox out, and only for root, whom Chromium refuses it; both
  // switches at once would end every process. Our windows ask for the sandbox themselves as well.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // A blocked address must not even be looked up: a frame the policy refuses would still preconnect.
  const localhost = devServer ? ', EXCLUDE localhost, EXCLUDE 127.0.0.1' : '';
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${localhost}`);
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name);
  }
  if (app.isPackaged) {
    // A released app listens on no socket, whoever starts it with what.
    for (const name of ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'])
      commandLine.removeSwitch(name);
  }
}

/** Closes a session: requests, permissions, downloads, dictionaries. */
export function lockDownSession(session: Session, devServer: string | null): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // Off alone, it still asks for the dictionary of the system's language at the first start.
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, devServer) }));
  if (devServer !== null) {
    session.webRequest.onHeadersReceived(({ responseHeaders }, answer) =>
      answer({ responseHeaders: { ...responseHeaders, 'Content-Security-Policy': [contentPolicy(devServer)] } }),
    );
  }
}

/** Keeps every page, ours or not, where it is. */
export function lockDownPages(devServer: string | null): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (details) => {
      // The development server reloads the page it has.
      if (devServer === null || new URL(details.url).origin !== devServer) details.preventDefault();
    });
    contents.on('will-frame-navigate', (details) => {
      if (!details.isMainFrame || devServer === null) details.preventDefault();
    });
    contents.on('will-redirect', (details) => details.preventDefault());
  });
}

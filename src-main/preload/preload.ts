/**
 * The bridge into a window: one frozen object, `window.postil`, exactly the contract's
 * PostilBridge. Runs sandboxed, so it is bundled into one CommonJS file and uses nothing but Electron.
 */
import type { ArchiveEvent } from '@shared/contract/events';
import type { DroppedGrant, PostilBridge, ShellEvent } from '@shared/contract/shell';
import {
  eventChannel,
  helloChannel,
  portChannel,
  portLostChannel,
  requestChannel,
  type ShellRequest,
  type ShellRequests,
} from '@shared/contract/shell-channels';
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createArchivePort } from './archive-port';

type Listener = (event: ArchiveEvent | ShellEvent) => void;

const listeners = new Set<Listener>();
const announce = (event: ArchiveEvent | ShellEvent): void => {
  for (const listener of [...listeners]) listener(event);
};

/** A window's own part of its messages' ids: random, so that no two windows ever send the same. */
const windowId = [...crypto.getRandomValues(new Uint8Array(16))]
  .map((byte) => byte.toString(16).padStart(2, '0'))
  .join('');
const archive = createArchivePort(windowId, announce);
ipcRenderer.on(portChannel, ({ ports }) => {
  const [port] = ports;
  if (port !== undefined) archive.use(port);
});
ipcRenderer.on(portLostChannel, () => archive.lose());
// Only main sends on this channel.
ipcRenderer.on(eventChannel, (_event, shellEvent: ShellEvent) => {
  // A page that does not listen yet has nothing to save: closing need not wait for it.
  if (shellEvent.type === 'flush' && listeners.size === 0) void ask('flushed', null);
  announce(shellEvent);
});
ipcRenderer.send(helloChannel);

/** Asks main; its handler checks the arguments and is typed by the same table. */
function ask<N extends ShellRequest>(
  name: N,
  input: Parameters<ShellRequests[N]>[0],
): Promise<ReturnType<ShellRequests[N]>> {
  return ipcRenderer.invoke(requestChannel(name), input);
}

const bridge: PostilBridge = {
  call: async (name, input) => JSON.parse(await archive.call(name, JSON.stringify(input))),
  callText: (name, inputJson) => archive.call(name, inputJson),
  subscribe: (listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  shell: {
    settings: () => ask('settings', null),
    saveSettings: (settings) => ask('saveSettings', settings),
    systemLanguage: () => ask('systemLanguage', null),
    pickImport: (what) => ask('pickImport', what),
    grantDropped,
    pickExportTarget: (target, suggestedName, extension) =>
      ask('pickExportTarget', { target, suggestedName, extension }),
    openExternal: (address) => ask('openExternal', address),
    revealGrant: (grant) => ask('revealGrant', grant),
    archiveState: () => ask('archiveState', null),
    recentArchives: () => ask('recentArchives', null),
    openArchive: (choice) => ask('openArchive', choice),
    moveArchive: () => ask('moveArchive', null),
    backUpInto: (where) => ask('backUpInto', where),
    showFile: (file) => ask('showFile', file),
    recover: (wish) => ask('recover', wish),
    stopRecovery: () => ask('stopRecovery', null),
    quit: () => ask('quit', null),
    flushed: () => ask('flushed', null),
    screenReader: () => ask('screenReader', null),
    platform: () => ask('platform', null),
  },
};

/** What has no path: a picture dragged from a page, a name the system’s locale can’t write. */
async function grantDropped(given: readonly object[]): Promise<DroppedGrant> {
  const files = given
    .filter((file) => file instanceof File)
    .map((file) => ({ name: file.name, path: webUtils.getPathForFile(file) }));
  const paths = files.map(({ path }) => path).filter((path) => path !== '');
  return {
    grant: await ask('grantDropped', paths),
    unknown: files.filter(({ path }) => path === '').map(({ name }) => name),
  };
}

// contextBridge freezes what it exposes.
contextBridge.exposeInMainWorld('postil', bridge);

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveId, createArchivesStore, usualBackupsFolder } from './archives-store';

const file = (): string => join(mkdtempSync(join(tmpdir(), 'postil-archives-')), 'archives.json');

test('remembers archives over a restart, the last one first, with what was said of each', () => {
  const path = file();
  const store = createArchivesStore(path);
  store.note('/a.postil', { openedAtMs: 1 });
  store.note('/b.postil', { openedAtMs: 2, backupsFolder: '/disk' });
  store.note('/a.postil', { openedAtMs: 3 });
  const again = createArchivesStore(path);
  expect(again.all().map((one) => one.path)).toEqual(['/a.postil', '/b.postil']);
  expect(again.find('/b.postil')?.backupsFolder).toBe('/disk');
});

test('a moved archive keeps its place and its settings', () => {
  const store = createArchivesStore(file());
  store.note('/b.postil', { backupsFolder: '/disk' });
  store.moved('/b.postil', '/c.postil');
  expect(store.all()).toMatchObject([{ path: '/c.postil', backupsFolder: '/disk' }]);
});

test('takes no file that is none of ours', () => {
  const path = file();
  writeFileSync(path, '{"archives":[{"path":3}]}');
  expect(createArchivesStore(path).all()).toEqual([]);
});

test('names tell no path, and backups lie beside their archive', () => {
  expect(archiveId('/home/ada/secret.postil')).not.toContain('secret');
  expect(usualBackupsFolder('/home/ada/Field notes.postil')).toBe('/home/ada/Field notes backups');
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lastExportFolder, rememberExportFolder } from './export-folder';

const home = mkdtempSync(join(tmpdir(), 'export-folder-'));
const file = join(home, 'kept.json');
afterAll(() => rmSync(home, { recursive: true }));

it('begins where the last export went, as long as that is there', () => {
  expect(lastExportFolder(file, home)).toBe(home);
  const chosen = join(home, 'dossier');
  mkdirSync(chosen);
  rememberExportFolder(file, chosen);
  expect(lastExportFolder(file, home)).toBe(chosen);
  rmSync(chosen, { recursive: true });
  expect(lastExportFolder(file, home)).toBe(home);
});

it('lets the export go on when nothing can be kept, and mistrusts what is kept', () => {
  writeFileSync(file, '{"folder":1}');
  expect(lastExportFolder(file, home)).toBe(home);
  expect(() => rememberExportFolder(join(file, 'below-a-file.json'), home)).not.toThrow();
});

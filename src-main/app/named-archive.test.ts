import { expect, test } from 'vitest';
import { archiveNamedIn } from './named-archive';

test('names the archive that was double-clicked, from the folder the command was given in', () => {
  expect(archiveNamedIn(['/opt/postil', '--no-sandbox', 'mine.postil'], '/home/ada')).toBe('/home/ada/mine.postil');
  expect(archiveNamedIn(['electron', '/app', '/data/A.POSTIL'], '/')).toBe('/data/A.POSTIL');
});

test('takes no option and no other file for one', () => {
  expect(archiveNamedIn(['electron', '.', '--log=x.postil', 'notes.txt'], '/')).toBeNull();
});

import { Failure } from '@shared/outcome/outcome';
import { expect, test } from 'vitest';
import { reopened, testArchive } from './test-archive';

test('a command sent again under its id is not done twice, and answers the same, even to another process', () => {
  const archive = testArchive();
  const make = () => archive.once('a1-1', () => archive.createNote({ title: 'Once' }));
  const first = make();
  expect(make()).toEqual(first);
  const again = reopened(archive);
  expect(again.once('a1-1', () => again.createNote({ title: 'Once' }))).toEqual(first);
  expect(again.once('a1-2', () => again.createNote({ title: 'Once' }))).not.toEqual(first);
  expect(again.stats({}).notes).toBe(2);
});

test('a command that fails is not remembered: it may be tried again', () => {
  const archive = testArchive();
  let tries = 0;
  const run = () =>
    archive.once('a1-1', () => {
      const note = archive.createNote({ title: 'Tried' });
      if (++tries === 1) throw new Failure('archive/disk-full', 'full');
      return note;
    });
  expect(run).toThrow(Failure);
  expect(archive.stats({}).notes).toBe(0);
  run();
  expect(archive.stats({}).notes).toBe(1);
});

test('an answer too long to keep is said to be lost, and the command still not done twice', () => {
  const archive = testArchive();
  const long = () =>
    archive.once('a1-1', () => {
      archive.createNote({ title: 'Long' });
      return 'x'.repeat(100_000);
    });
  expect(long()).toHaveLength(100_000);
  expect(long).toThrow(expect.objectContaining({ data: expect.objectContaining({ code: 'archive/interrupted' }) }));
  expect(archive.stats({}).notes).toBe(1);
});

test('ids are forgotten after an hour', () => {
  const clock = { nowMs: 1_000 };
  const archive = testArchive({ nowMs: () => clock.nowMs });
  const make = (id: string) => archive.once(id, () => archive.createNote({ title: 'N' }));
  make('a1-1');
  clock.nowMs += 2 * 60 * 60 * 1000;
  make('a1-2');
  make('a1-1');
  expect(archive.stats({}).notes).toBe(3);
});

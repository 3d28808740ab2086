import { expect, test } from 'vitest';
import { createGrants } from './grants';

const heardAtOnce = async (): Promise<void> => {};

test('shows the last part of a path and keeps the path to itself', async () => {
  const told: unknown[] = [];
  const grants = createGrants(async (grant, paths) => void told.push([grant, paths]));
  const grant = await grants.add(['/home/someone/secret/article.html', '/home/someone/b.txt']);
  expect(grant.name).toBe('article.html');
  expect(JSON.stringify(grant)).not.toContain('someone');
  expect(grants.pathsOf(grant.grant)).toEqual(['/home/someone/secret/article.html', '/home/someone/b.txt']);
  expect(told).toEqual([[grant.grant, grants.pathsOf(grant.grant)]]);
});

test('is given only once the archive process has it: a window’s call could come there first', async () => {
  const steps: string[] = [];
  let heard = (): void => {};
  const grants = createGrants(
    () =>
      new Promise((resolve) => {
        heard = () => {
          steps.push('heard');
          resolve();
        };
      }),
  );
  const given = grants.add(['/article.html']).then(() => steps.push('given'));
  await Promise.resolve();
  heard();
  await given;
  expect(steps).toEqual(['heard', 'given']);
});

test('knows nothing of a name it did not give', () => {
  expect(createGrants(heardAtOnce).pathsOf('/etc/passwd')).toEqual([]);
});

test('forgets the oldest beyond a thousand', async () => {
  const grants = createGrants(heardAtOnce);
  const { grant: first } = await grants.add(['/first']);
  for (let index = 0; index < 1_000; index++) await grants.add([`/${String(index)}`]);
  expect(grants.pathsOf(first)).toEqual([]);
  expect(grants.all()).toHaveLength(1_000);
});

import { expect, test } from 'vitest';
import { createGrants } from './grants';

test('shows the last part of a path and keeps the path to itself', () => {
  const told: unknown[] = [];
  const grants = createGrants((grant, paths) => told.push([grant, paths]));
  const grant = grants.add(['/home/someone/secret/article.html', '/home/someone/b.txt']);
  expect(grant.name).toBe('article.html');
  expect(JSON.stringify(grant)).not.toContain('someone');
  expect(grants.pathsOf(grant.grant)).toEqual(['/home/someone/secret/article.html', '/home/someone/b.txt']);
  expect(told).toEqual([[grant.grant, grants.pathsOf(grant.grant)]]);
});

test('knows nothing of a name it did not give', () => {
  expect(createGrants(() => undefined).pathsOf('/etc/passwd')).toEqual([]);
});

test('forgets the oldest beyond a thousand', () => {
  const grants = createGrants(() => undefined);
  const first = grants.add(['/first']).grant;
  for (let index = 0; index < 1_000; index++) grants.add([`/${String(index)}`]);
  expect(grants.pathsOf(first)).toEqual([]);
  expect(grants.all()).toHaveLength(1_000);
});

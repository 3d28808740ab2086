import { emptyReport, type ImportReport } from '@shared/contract/import-report';
import { documentUid } from '@shared/model/ids';
import { describe, expect, it } from 'vitest';
import { verdictOf } from './import-verdict';

const nothing: ImportReport = { ...emptyReport(), cancelled: false };
const came = (uid: string) => ({
  uid: documentUid(uid),
  path: `${uid}.txt`,
  title: uid,
  lang: 'fr',
  losses: [],
  passages: 0,
});
const here = (uid: string) => ({
  uid: documentUid(uid),
  path: `${uid}.txt`,
  title: uid,
  reason: 'already-here' as const,
});
const broken = { path: 'x.html', code: 'import/broken' as const, message: '' };

describe('verdictOf', () => {
  it('opens a single document that came in', () => {
    expect(verdictOf({ ...nothing, imported: [came('a')] })).toEqual({
      next: 'open',
      uid: 'a',
      title: 'a',
      existing: false,
    });
  });

  it('opens a single document that was here already', () => {
    expect(verdictOf({ ...nothing, skipped: [here('a')] })).toEqual({
      next: 'open',
      uid: 'a',
      title: 'a',
      existing: true,
    });
  });

  it('reports as soon as anything failed, was stopped or was mixed', () => {
    expect(verdictOf({ ...nothing, imported: [came('a')], failed: [broken] }).next).toBe('report');
    expect(verdictOf({ ...nothing, imported: [came('a')], cancelled: true }).next).toBe('report');
    expect(verdictOf({ ...nothing, imported: [came('a')], skipped: [here('b')] }).next).toBe('report');
  });

  const version: ImportReport['updated'][number] = {
    uid: documentUid('a'),
    path: 'a.html',
    title: 'a',
    text: 'changed',
    carried: 2,
    orphaned: 0,
    losses: [],
  };

  it('reports a new version, alone or among others', () => {
    expect(verdictOf({ ...nothing, updated: [version] }).next).toBe('report');
    expect(verdictOf({ ...nothing, imported: [came('b')], updated: [version] }).next).toBe('report');
  });

  it('opens a reference that got its text, unless something is to be told of it', () => {
    const filled = { ...version, text: 'first' } as const;
    expect(verdictOf({ ...nothing, updated: [filled] })).toEqual({ next: 'filled', uid: 'a', title: 'a' });
    expect(verdictOf({ ...nothing, updated: [{ ...filled, orphaned: 1 }] }).next).toBe('report');
    expect(verdictOf({ ...nothing, imported: [came('b')], updated: [filled] }).next).toBe('report');
  });

  it('says that a file imported again is the one there was', () => {
    const same = { ...here('a'), reason: 'unchanged' as const };
    expect(verdictOf({ ...nothing, skipped: [same] })).toEqual({ next: 'unchanged', title: 'a' });
  });

  it('only says it when all of several came in', () => {
    expect(verdictOf({ ...nothing, imported: [came('a'), came('b')] })).toEqual({ next: 'say', count: 2, title: 'a' });
  });

  it('says so when there was nothing', () => {
    expect(verdictOf(nothing)).toEqual({ next: 'nothing' });
  });
});

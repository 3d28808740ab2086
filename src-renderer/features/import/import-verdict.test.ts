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

  it('reports a new version, alone or among others', () => {
    const version = { uid: documentUid('a'), path: 'a.html', title: 'a', carried: 2, orphaned: 0 };
    expect(verdictOf({ ...nothing, updated: [version] }).next).toBe('report');
    expect(verdictOf({ ...nothing, imported: [came('b')], updated: [version] }).next).toBe('report');
  });

  it('only says it when all of several came in', () => {
    expect(verdictOf({ ...nothing, imported: [came('a'), came('b')] })).toEqual({ next: 'say', count: 2, title: 'a' });
  });

  it('says so when there was nothing', () => {
    expect(verdictOf(nothing)).toEqual({ next: 'nothing' });
  });
});

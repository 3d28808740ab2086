import type { ArchiveEvent } from '@shared/contract/events';
import { expect, test } from 'vitest';
import { createHealth, healthIn } from './health';

const trouble = { code: 'archive/disk-full', message: 'Full.', params: {} } as const;

const found = { rows: 0, leftOut: 0, wrong: 0, named: [] };

test('tells what changed, once, and keeps the rest', () => {
  const events: ArchiveEvent[] = [];
  const health = createHealth((event) => events.push(event));
  health.note({ backup: trouble });
  health.note({ backup: { ...trouble } });
  health.note({ diskFull: true });
  expect(events).toHaveLength(2);
  expect(health.now()).toEqual({ backup: trouble, diskFull: true, failedChecks: [], indexIncomplete: false });
});

test('reads out of events what stays wrong, and what is right again', () => {
  expect(healthIn({ type: 'backupFailed', ...trouble })).toEqual({ backup: trouble });
  const checks = [
    { name: 'index', ok: true, detail: '', found },
    { name: 'bodies', ok: false, detail: '', found },
  ];
  expect(healthIn({ type: 'verifyDone', job: 'a', report: { ok: false, checks } })).toEqual({
    failedChecks: ['bodies'],
  });
  expect(healthIn({ type: 'jobFailed', job: 'a', code: 'index/cancelled', message: '', params: {} })).toEqual({
    indexIncomplete: true,
  });
  expect(healthIn({ type: 'indexRebuilt', job: 'a', documents: 1 })).toEqual({ indexIncomplete: false });
  expect(healthIn({ type: 'jobFailed', job: 'a', ...trouble })).toBeNull();
});

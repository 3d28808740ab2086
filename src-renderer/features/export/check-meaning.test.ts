import { expect, test } from 'vitest';
import { whatCanBeDone } from './check-meaning';

const report = (...wrong: readonly string[]) => ({
  ok: wrong.length === 0,
  checks: ['structure', 'index', 'fields', 'bodies'].map((name) => ({
    name,
    ok: !wrong.includes(name),
    detail: '',
    found: { rows: 0, leftOut: 0, wrong: 0, named: [] },
  })),
});

test('rebuilding is offered only where it can help, restoring only where something else is wrong', () => {
  expect(whatCanBeDone(report())).toBe('none');
  expect(whatCanBeDone(report('index', 'fields'))).toBe('rebuild');
  expect(whatCanBeDone(report('bodies'))).toBe('restore');
  expect(whatCanBeDone(report('index', 'bodies'))).toBe('both');
});

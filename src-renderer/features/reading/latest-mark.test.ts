import type { Annotation } from '@shared/model/annotation';
import { annotationUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { LatestMark } from './latest-mark';

const uid = annotationUid('01890000-0000-7000-8000-000000000001');
const annotation = { uid } as Annotation;
const caret = { start: 9, end: 9 };
const range = { start: 3, end: 9 };
const never = () => false;

test('a key is about the mark while the caret is where marking left it, answered or not', async () => {
  const latest = new LatestMark();
  const made = Promise.resolve(annotation);
  latest.begin(made, caret, range);
  expect(latest.at(caret, never)).toBe(made);
  await made;
  expect(latest.at({ ...caret }, never)).toBe(made);
  expect(latest.at({ start: 9, end: 12 }, never)).toBeNull();
  expect(latest.at(null, never)).toBeNull();
});

test('once its passage is shown it is found by the caret, also after it went away again', async () => {
  const latest = new LatestMark();
  const made = Promise.resolve(annotation);
  latest.begin(made, caret, range);
  await made;
  expect(latest.at(caret, (shown) => shown === uid)).toBeNull();
  expect(latest.at(caret, never)).toBeNull();
});

test('a mark that failed is forgotten', async () => {
  const latest = new LatestMark();
  const made = Promise.reject(new Error('full'));
  latest.begin(made, caret, range);
  await made.catch(() => {});
  expect(latest.at(caret, never)).toBeNull();
});

test('the same words marked again are known while the first mark is on its way, and no longer', async () => {
  const latest = new LatestMark();
  const made = Promise.resolve(annotation);
  expect(latest.making(range)).toBeNull();
  latest.begin(made, caret, range);
  expect(latest.making({ ...range })).toBe(made);
  expect(latest.making({ start: 3, end: 8 })).toBeNull();
  await made;
  expect(latest.making(range)).toBeNull();
});

import { expect, test } from 'vitest';
import { completingAt, fieldsBeginning, writtenValue } from './completion';

/** The caret stands at `|`. */
const at = (marked: string) => completingAt(marked.replace('|', ''), marked.indexOf('|'));

test.each([
  ['la|', { field: null, typed: 'la', from: 0, to: 2 }],
  ['corée -la|bel', { field: null, typed: 'la', from: 7, to: 12 }],
  ['label:|', { field: 'label', typed: '', from: 6, to: 6 }],
  ['label:as|ie x', { field: 'label', typed: 'as', from: 6, to: 10 }],
  ['(site:"le m|" x', { field: 'site', typed: 'le m', from: 6, to: 12 }],
  ['site:"le m|onde', { field: 'site', typed: 'le m', from: 5, to: 10 }],
])('%s', (marked, completing) => {
  expect(at(marked)).toEqual(completing);
});

test('nothing is completed in a phrase, after a space, or after an unknown field', () => {
  for (const marked of ['"le m|', 'a |', '|', 'http:|', 'x:"a|']) expect(at(marked), marked).toBeNull();
});

test('fields are offered by their beginning, values written so that they read back', () => {
  expect(fieldsBeginning('L')).toEqual(['label', 'lang']);
  expect(writtenValue('le monde')).toBe('"le monde"');
  expect(writtenValue('asie')).toBe('asie');
});

import { type Body, bodyVersion } from '@shared/model/block';
import { expect, test } from 'vitest';
import { outlineOf } from './outline';

const heading = (level: 1 | 2, text: string) =>
  ({ type: 'heading', level, inlines: [{ type: 'text', text }] }) as const;
const paragraph = (text: string) => ({ type: 'paragraph', inlines: [{ type: 'text', text }] }) as const;
const body: Body = {
  version: bodyVersion,
  blocks: [paragraph('Intro'), heading(1, 'One'), paragraph('x'), heading(2, '  '), heading(2, 'Two')],
};

test('headings are listed with their places, blank ones left out', () => {
  expect(outlineOf(body)).toEqual([
    { text: 'One', level: 1, start: 6, end: 9 },
    { text: 'Two', level: 2, start: 15, end: 18 },
  ]);
});

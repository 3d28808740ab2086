import { type Body, bodyVersion, type Paragraph, type Passage } from '@shared/model/block';
import { annotationUid, documentUid } from '@shared/model/ids';
import { expect, test } from 'vitest';
import { withoutPassage, withPassage } from './quote-in-note';

const passage: Passage = {
  type: 'passage',
  annotation: annotationUid('0192f0aa-0000-7000-8000-00000000000a'),
  document: documentUid('0192f0aa-0000-7000-8000-00000000000b'),
  text: 'a quotation',
};
const written: Paragraph = { type: 'paragraph', inlines: [{ type: 'text', text: 'written' }] };
const empty: Paragraph = { type: 'paragraph', inlines: [] };
const body = (...blocks: Body['blocks']): Body => ({ version: bodyVersion, blocks });

test('a passage is added after what is written, with room to write on', () => {
  expect(withPassage(body(written), passage).blocks).toEqual([written, passage, empty]);
});

test('an empty last paragraph makes room instead of staying above the passage', () => {
  expect(withPassage(body(written, empty), passage).blocks).toEqual([written, passage, empty]);
});

test('taken back, only its last quotation goes, and nothing where there is none', () => {
  const other = { ...passage, annotation: annotationUid('0192f0aa-0000-7000-8000-00000000000c') };
  expect(withoutPassage(body(passage, written, passage, other), passage).blocks).toEqual([passage, written, other]);
  const without = body(written);
  expect(withoutPassage(without, passage)).toBe(without);
});

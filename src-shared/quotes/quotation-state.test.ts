import { describe, expect, it } from 'vitest';
import type { Annotation } from '../model/annotation';
import { emptyMetadata } from '../model/document';
import { annotationUid, documentUid } from '../model/ids';
import type { Quotation } from './find-quotations';
import { type Evidence, stateOf } from './quotation-state';

const uid = documentUid('0192f0aa-0000-7000-8000-000000000001');
const annotation: Annotation = {
  uid: annotationUid('0192f0aa-0000-7000-8000-000000000002'),
  document: uid,
  kind: 'claim',
  selector: { start: 0, end: 12, exact: 'le pont tient', prefix: '', suffix: '', textHash: '' },
  orphaned: false,
  comment: '',
  labels: [],
  fields: {},
  createdAtMs: 0,
  updatedAtMs: 0,
};
const document = {
  title: 'Vélin',
  metadata: emptyMetadata,
  text: 'Hier, le pont tient, dit-on.',
  binned: false,
};
const quotation = (over: Partial<Quotation>): Quotation => ({
  is: 'passage',
  start: 0,
  end: 0,
  text: 'le pont tient',
  annotation: annotation.uid,
  document: uid,
  ...over,
});
const whole: Evidence = { annotation, document };

describe('the state of a quotation', () => {
  it.each([
    ['there', whole],
    ['orphaned', { annotation: { ...annotation, orphaned: true }, document }],
    ['passage-deleted', { annotation: null, document }],
    ['binned', { annotation, document: { ...document, binned: true } }],
    ['binned', { annotation: null, document: { ...document, binned: true } }],
    ['document-deleted', { annotation: null, document: null }],
  ] as const)('tells a source that is %s', (state, evidence) => {
    expect(stateOf(quotation({}), evidence).source).toBe(state);
  });

  it('checks nothing where no words are left', () => {
    expect(stateOf(quotation({}), { annotation: null, document }).check).toBeNull();
    expect(stateOf(quotation({ annotation: null }), { annotation: null, document: null }).check).toBeNull();
  });

  it('looks for a quote block that names a document in all of its text', () => {
    const block = quotation({ is: 'block', annotation: null });
    expect(stateOf(block, { annotation: null, document }).check).toEqual({ is: 'same' });
    expect(stateOf({ ...block, text: 'le pont cède' }, { annotation: null, document }).check?.is).toBe('differs');
  });

  it('lets a quote block quote a part of the passage it names', () => {
    expect(stateOf(quotation({ is: 'block', text: 'pont tient' }), whole).check?.is).toBe('shortened');
    expect(stateOf(quotation({ is: 'block', text: 'pont cède' }), whole).check?.is).toBe('differs');
  });
});

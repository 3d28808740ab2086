import { bodySchema } from '@shared/contract/schemas';
import type { KindId } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import { annotationUid, documentUid } from '@shared/model/ids';
import { describe, expect, it } from 'vitest';
import { passagesBody, type QuotedSource } from './passages-note';

const uid = documentUid('0192f0aa-0000-7000-8000-000000000001');
const annotation = (kind: KindId, exact: string): Annotation => ({
  uid: annotationUid('0192f0aa-0000-7000-8000-000000000002'),
  document: uid,
  kind,
  selector: { start: 0, end: exact.length, exact, prefix: '', suffix: '', textHash: '' },
  orphaned: false,
  comment: '',
  labels: [],
  fields: {},
  createdAtMs: 0,
  updatedAtMs: 0,
});
const source: QuotedSource = {
  uid,
  title: 'Pont de Vélin',
  metadata: { authors: ['S. Archambault'], site: 'Le Courrier', date: '2025-11-04', url: 'https://example.org/a' },
  annotations: [annotation('event', 'le 27 octobre'), annotation('claim', '412 véhicules')],
};
const made = (over: Partial<Parameters<typeof passagesBody>[0]> = {}) =>
  passagesBody({ sources: [source], byKind: false, remark: '', language: 'fr', untitled: 'Sans titre', ...over });

describe('a note made of passages', () => {
  it('names the source, quotes its passages in order, and leaves a line to write on', () => {
    const { blocks } = made();
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'passage', 'passage', 'paragraph']);
    expect(blocks[0]).toEqual({
      type: 'paragraph',
      inlines: [
        { type: 'mention', text: 'Pont de Vélin', target: { document: uid } },
        { type: 'text', text: ', S. Archambault, Le Courrier, 4 novembre 2025' },
        { type: 'text', text: ', ' },
        { type: 'text', text: 'https://example.org/a', link: 'https://example.org/a' },
      ],
    });
    expect(blocks[1]).toMatchObject({ document: uid, text: 'le 27 octobre' });
  });

  it('groups by kind in the registry’s order, without empty groups', () => {
    const headings = made({ byKind: true }).blocks.flatMap((block) => (block.type === 'heading' ? block.inlines : []));
    expect(headings.map((inline) => inline.text)).toEqual(['Affirmations', 'Événements']);
  });

  it('says first what it has to say of itself', () => {
    expect(made({ remark: 'Les 100 premiers.' }).blocks[0]).toEqual({
      type: 'paragraph',
      inlines: [{ type: 'text', text: 'Les 100 premiers.' }],
    });
  });

  it('gives a source without a title a name', () => {
    const nameless = { ...source, title: '', metadata: { site: '', date: '' } };
    expect(made({ sources: [nameless] }).blocks[0]).toMatchObject({ inlines: [{ text: 'Sans titre' }] });
  });

  it('is a body the archive takes', () => {
    expect(bodySchema.safeParse(made({ byKind: true, remark: 'x' })).success).toBe(true);
  });
});

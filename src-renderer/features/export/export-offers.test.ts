import { collectionUid, documentUid } from '@shared/model/ids';
import { describe, expect, it } from 'vitest';
import { fileNameFor, offersFor, selectionOf } from './export-offers';

const a = documentUid('a');
const b = documentUid('b');
const open = { uid: a, title: 'Le pont : qui dit quoi ?' };

describe('what is offered for export', () => {
  it('is the open document and all when only it is selected', () => {
    expect(offersFor({ open, selected: [a], query: '' }).map(({ id }) => id)).toEqual(['document', 'all']);
  });

  it('begins with the selection when it is more than the open document', () => {
    expect(offersFor({ open, selected: [a, b], query: 'pont' }).map(({ id }) => id)).toEqual([
      'selection',
      'document',
      'query',
      'all',
    ]);
  });

  it('is the whole archive when nothing is open', () => {
    expect(offersFor({ open: null, selected: [], query: ' ' }).map(({ id }) => id)).toEqual(['all']);
  });
});

describe('selectionOf', () => {
  it('takes what the choice says', () => {
    const context = { open, selected: [a, b], query: ' pont ' };
    expect(selectionOf('document', context)).toEqual({ take: 'documents', documents: [a] });
    expect(selectionOf('selection', context)).toEqual({ take: 'documents', documents: [a, b] });
    expect(selectionOf('query', context)).toEqual({ take: 'query', query: 'pont' });
    expect(selectionOf('all', context)).toEqual({ take: 'all' });
  });
});

describe('the collection the list shows', () => {
  const collection = { uid: collectionUid('c'), name: 'Sommet' };

  it('is offered before the whole archive, under its name', () => {
    const context = { open: null, selected: [], query: '', collection };
    expect(offersFor(context).map(({ id }) => id)).toEqual(['collection', 'all']);
    expect(selectionOf('collection', context)).toEqual({ take: 'collection', collection: collection.uid });
    expect(fileNameFor('collection', context, 'dossier')).toBe('Sommet');
  });
});

describe('fileNameFor', () => {
  it('proposes names every system takes', () => {
    expect(fileNameFor('document', { open, selected: [], query: '' }, 'dossier')).toBe('Le pont qui dit quoi');
    expect(fileNameFor('document', { open: { uid: a, title: '../..' }, selected: [], query: '' }, 'x')).not.toMatch(
      /[/\\]|\.$/,
    );
  });

  it('falls back to the program’s name', () => {
    expect(fileNameFor('document', { open: { uid: a, title: '???' }, selected: [], query: '' }, 'x')).toBe('Postil');
  });
});

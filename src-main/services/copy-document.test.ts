import { expect, test } from 'vitest';
import { annotateQuote, bodyOf, insert, testArchive } from '../archive/test-archive';
import { copyDocument } from './copy-document';

test('a note is copied in each form with the citation of what it quotes', () => {
  const archive = testArchive();
  const article = insert(archive, 'The bridge', 'Neither saw any damage. They said so.');
  archive.updateMetadata({ uid: article, metadata: { site: 'The Ledger', url: 'https://example.org/b' } });
  const { uid: annotation, selector } = annotateQuote(archive, article, 'Neither saw any damage.');
  const body = bodyOf('What they say.');
  const passage = { type: 'passage', annotation, document: article, text: selector.exact } as const;
  const { uid } = archive.createNote({ title: 'Drivers *all*', body: { ...body, blocks: [...body.blocks, passage] } });
  const copied = (form: 'plain' | 'markdown' | 'rich') =>
    copyDocument({ archive, nowMs: () => 0 }, { uid, form, language: 'en' });
  for (const form of ['plain', 'markdown', 'rich'] as const) {
    const { text } = copied(form);
    expect(text, form).toContain('Neither saw any damage.');
    expect(text, form).toContain('The Ledger');
    expect(text, form).toContain('https://example.org/b');
  }
  expect(copied('markdown').text).toMatch(/^# Drivers \\\*all\\\*\n\nWhat they say\./);
  expect(copied('plain').html).toBeUndefined();
  expect(copied('rich').html).toMatch(/^<article.*<blockquote.*Neither saw any damage\..*The Ledger/s);
});

test('a document that is gone is not copied as nothing', () => {
  const archive = testArchive();
  const uid = insert(archive, 'Gone', 'Words.');
  archive.binDocuments({ uids: [uid] });
  archive.purgeDocuments({ uids: [uid] });
  expect(() => copyDocument({ archive, nowMs: () => 0 }, { uid, form: 'plain', language: 'en' })).toThrow();
});

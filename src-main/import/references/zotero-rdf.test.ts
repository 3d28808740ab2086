/** A library as Zotero writes it: notes, tags, collections and related items; Postil's own: services/zotero-round-trip.test.ts. */
import { textOf } from '@shared/text/canonical-text';
import { expect, test } from 'vitest';
import { parseFile } from '../parse-file';

const library = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/">
 <bib:Article rdf:about="https://example.org/a"><z:itemType>newspaperArticle</z:itemType><dc:title>Le traité</dc:title>
  <dcterms:isReferencedBy rdf:resource="#item_7"/><link:link rdf:resource="#item_9"/>
  <dc:relation rdf:resource="#item_5"/><dc:relation rdf:resource="#item_99"/>
  <dc:subject>Corée</dc:subject><dc:subject><z:AutomaticTag><rdf:value>auto</rdf:value></z:AutomaticTag></dc:subject></bib:Article>
 <rdf:Description rdf:about="#item_5"><z:itemType>conferencePaper</z:itemType><dc:title>Le pont</dc:title>
  <dc:relation rdf:resource="https://example.org/a"/></rdf:Description>
 <bib:Book rdf:about="#item_6"><z:itemType>book</z:itemType><dc:title>Un livre</dc:title></bib:Book>
 <bib:Memo rdf:about="#item_7"><rdf:value>&lt;h2&gt;À revoir&lt;/h2&gt;&lt;p&gt;Le &lt;strong&gt;chiffre&lt;/strong&gt; vient de Séoul 😀.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</rdf:value>
  <dc:relation rdf:resource="#item_6"/><dc:subject>note</dc:subject></bib:Memo>
 <bib:Memo rdf:about="#item_8"><z:itemType>note</z:itemType><rdf:value>&lt;p&gt;Une note à part. Suite.&lt;/p&gt;</rdf:value></bib:Memo>
 <bib:Memo rdf:about="#item_10"><rdf:value>&lt;p&gt; &lt;/p&gt;</rdf:value></bib:Memo>
 <z:Attachment rdf:about="#item_9"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/9/a.pdf"/></z:Attachment>
 <z:Collection rdf:about="#collection_1"><dc:title>Sommet</dc:title><dcterms:hasPart rdf:resource="#collection_2"/>
  <dcterms:hasPart rdf:resource="#item_5"/></z:Collection>
 <z:Collection rdf:about="#collection_2"><dc:title>Sources</dc:title><dcterms:hasPart rdf:resource="https://example.org/a"/>
  <dcterms:hasPart rdf:resource="#item_8"/></z:Collection>
 <z:Collection rdf:about="#collection_3"><dc:title>Cercle</dc:title><dcterms:hasPart rdf:resource="#collection_4"/></z:Collection>
 <z:Collection rdf:about="#collection_4"><dc:title>Cercle</dc:title><dcterms:hasPart rdf:resource="#collection_3"/></z:Collection>
</rdf:RDF>`;

async function read() {
  const outcome = await parseFile({ name: 'Ma bibliothèque.rdf', bytes: new TextEncoder().encode(library) });
  if (!outcome.ok || outcome.value.holds !== 'documents') throw new Error('no documents');
  return outcome.value;
}

test('references, notes and what is related come in as documents', async () => {
  const { documents } = await read();
  expect(documents.map(({ type, title }) => `${type} ${title}`)).toEqual([
    'article Le traité',
    'article Le pont',
    'article Un livre',
    'note À revoir',
    'note Une note à part',
    'note ↔ Ma bibliothèque',
  ]);
  expect(documents[0]).toMatchObject({
    labels: ['Corée', 'auto'],
    losses: [{ what: 'attachedFiles', count: 1 }],
  });
});

test('a note names the reference it hangs on, and what it is related to', async () => {
  const { documents } = await read();
  const [article, bridge, book, note, , related] = documents;
  expect(note && textOf(note.body)).toBe('Le traité\nLe chiffre vient de Séoul 😀.\n→ Un livre');
  expect(note?.labels).toEqual(['note']);
  expect(note?.body.blocks[0]).toMatchObject({ inlines: [{ type: 'mention', target: { document: article?.uid } }] });
  expect(note?.body.blocks[2]).toMatchObject({ inlines: [{}, { type: 'mention', target: { document: book?.uid } }] });
  expect(related?.body.blocks).toMatchObject([
    { inlines: [{ target: { document: article?.uid } }, { text: ' — ' }, { target: { document: bridge?.uid } }] },
  ]);
});

test('collections come in nested, none inside itself', async () => {
  const { connections } = await read();
  const [summit, sources, ...circle] = connections?.collections ?? [];
  expect(summit).toMatchObject({ name: 'Sommet', parent: null });
  expect(sources).toMatchObject({ name: 'Sources', parent: summit?.uid });
  // Those of one name in one place are one.
  expect(circle).toMatchObject([{ name: 'Cercle', parent: null }]);
  expect(connections?.memberships).toEqual([
    { collection: summit?.uid, document: 1 },
    { collection: sources?.uid, document: 0 },
    { collection: sources?.uid, document: 4 },
  ]);
});

test('the same library has the same ids again', async () => {
  const [once, again] = [await read(), await read()];
  expect(again).toEqual(once);
  expect(new Set(once.documents.map(({ uid }) => uid)).size).toBe(once.documents.length);
});

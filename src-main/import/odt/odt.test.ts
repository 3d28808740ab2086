import { textOf } from '@shared/text/canonical-text';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseFile } from '../parse-file';

/** An OpenDocument text of these styles and words. */
function openDocument(text: string, styles = '', meta = ''): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
    'meta.xml': strToU8(`<office:document-meta><office:meta>${meta}</office:meta></office:document-meta>`),
  });
}

async function read(bytes: Uint8Array, name = 'rapport.odt') {
  const outcome = await parseFile({ name, bytes });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'documents') throw new Error('not documents');
  const [document] = outcome.value.documents;
  if (!document) throw new Error('no document');
  return document;
}

test('headings, spans, spaces, links, notes and lists become blocks', async () => {
  const document = await read(
    openDocument(
      `<text:h text:outline-level="2">Chiffres</text:h>
       <text:p>Le <text:span text:style-name="T1">pont</text:span><text:s text:c="2"/>est <text:a xlink:href="https://example.org/?a=1&amp;b=2">là</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Registre.</text:p></text:note-body></text:note></text:p>
       <text:list text:style-name="L1"><text:list-item><text:p>un</text:p><text:list><text:list-item><text:p>벨린</text:p></text:list-item></text:list></text:list-item></text:list>
       <text:p text:style-name="Quotations">Il le restera</text:p>`,
      `<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold" style:text-line-through-style="none"/></style:style>
       <text:list-style style:name="L1"><text:list-level-style-number text:level="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>`,
    ),
  );
  expect(document.body.blocks).toEqual([
    { type: 'heading', level: 2, inlines: [{ type: 'text', text: 'Chiffres' }] },
    {
      type: 'paragraph',
      inlines: [
        { type: 'text', text: 'Le ' },
        { type: 'text', text: 'pont', marks: ['bold'] },
        { type: 'text', text: '  est ' },
        { type: 'text', text: 'là', link: 'https://example.org/?a=1&b=2' },
        { type: 'text', text: '[1]', marks: ['sup'] },
      ],
    },
    { type: 'listItem', list: 'ordered', depth: 0, inlines: [{ type: 'text', text: 'un' }] },
    { type: 'listItem', list: 'bulleted', depth: 1, inlines: [{ type: 'text', text: '벨린' }] },
    { type: 'quote', inlines: [{ type: 'text', text: 'Il le restera' }] },
    { type: 'rule' },
    { type: 'paragraph', inlines: [{ type: 'text', text: '[1] Registre.' }] },
  ]);
});

test('comments over words and highlighting are passages; a comment on no words is said to be lost', async () => {
  const comment = (name: string, words: string) =>
    `<office:annotation office:name="${name}"><dc:creator>I. Kervella</dc:creator><dc:date>2025-11-04</dc:date><text:p>${words}</text:p></office:annotation>`;
  const document = await read(
    openDocument(
      `<text:p>Le 27, ${comment('c1', 'À vérifier.')}412 <text:span text:style-name="T9">véhicules</text:span><office:annotation-end office:name="c1"/> ont franchi ${comment('c2', 'Où ?')}la frontière.</text:p>`,
      '<style:style style:name="T9"><style:text-properties fo:background-color="#ffff00"/></style:style>',
    ),
  );
  const text = textOf(document.body);
  expect(text).toBe('Le 27, 412 véhicules ont franchi la frontière.');
  expect(document.annotations?.map(({ start, end, comment: said }) => [text.slice(start, end), said])).toEqual([
    ['412 véhicules', 'À vérifier.\n\n— I. Kervella'],
    ['véhicules', ''],
  ]);
  expect(document.losses).toEqual([{ what: 'wordlessComments', count: 1 }]);
});

test('what the file says of itself is kept; a file with the wrong ending is told by its content', async () => {
  const document = await read(
    openDocument(
      '<text:tracked-changes><text:p>supprimé</text:p></text:tracked-changes><text:p>Le pont a rouvert fin octobre, dit-on.</text:p>',
      '',
      '<dc:title>Le récit</dc:title><meta:initial-creator>Solène Archambault; Idris Kervella</meta:initial-creator><meta:creation-date>2025-11-04T08:00:00</meta:creation-date><dc:language>fr-FR</dc:language>',
    ),
    'sans-nom.zip',
  );
  expect(document).toMatchObject({
    title: 'Le récit',
    metadata: { authors: ['Solène Archambault', 'Idris Kervella'], date: '2025-11-04', language: 'fr' },
  });
  expect(textOf(document.body)).toBe('Le pont a rouvert fin octobre, dit-on.');
});

test('a spreadsheet is refused as none of ours', async () => {
  const outcome = await parseFile({
    name: 'tableau.odt',
    bytes: zipSync({
      'content.xml': strToU8(
        '<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>',
      ),
    }),
  });
  expect(outcome.ok ? 'read' : outcome.error.code).toBe('import/broken');
});

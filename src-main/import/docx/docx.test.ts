import { textOf } from '@shared/text/canonical-text';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseFile } from '../parse-file';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const styled = (style: string) => `<w:pStyle w:val="${style}"/>`;

/** A Word file of these parts. */
function word(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ),
  };
  for (const [path, content] of Object.entries(parts)) files[path] = strToU8(content);
  return zipSync(files);
}

async function read(bytes: Uint8Array) {
  const outcome = await parseFile({ name: 'rapport.docx', bytes });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'documents') throw new Error('not documents');
  const [document] = outcome.value.documents;
  if (!document) throw new Error('no document');
  return document;
}

const styles = `<w:styles ${namespaces}>
  <w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
  <w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Titre1"/></w:style>
  <w:style w:styleId="Citation"><w:name w:val="Quote"/></w:style>
  <w:style w:styleId="Fort"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>`;

test('headings, quotations, emphasis, breaks and tabs come by their styles', async () => {
  const document = await read(
    word(
      [
        paragraph(run('Chiffres'), styled('Mine')),
        paragraph(
          `${run('Le pont est ')}${run('sûr', '<w:rStyle w:val="Fort"/>')}${run(', dit-on', '<w:i w:val="0"/>')}<w:r><w:br/><w:tab/><w:t>벨린 𝄞</w:t></w:r>`,
        ),
        paragraph(run('« Il le restera »'), styled('Citation')),
      ].join(''),
      { 'word/styles.xml': styles },
    ),
  );
  expect(document.body.blocks).toEqual([
    { type: 'heading', level: 1, inlines: [{ type: 'text', text: 'Chiffres' }] },
    {
      type: 'paragraph',
      inlines: [
        { type: 'text', text: 'Le pont est ' },
        { type: 'text', text: 'sûr', marks: ['bold'] },
        { type: 'text', text: ', dit-on\n\t벨린 𝄞' },
      ],
    },
    { type: 'quote', inlines: [{ type: 'text', text: '« Il le restera »' }] },
  ]);
});

test('comments and highlighting are passages on their words, and who said a comment is named', async () => {
  const document = await read(
    word(
      paragraph(
        `${run('Le 27, ')}<w:commentRangeStart w:id="4"/>${run('412 ')}${run('véhicules', '<w:b/>')}<w:commentRangeEnd w:id="4"/>${run(' ont ')}${run('franchi', '<w:highlight w:val="yellow"/>')}${run(' la', '<w:highlight w:val="yellow"/>')}${run(' frontière.')}`,
      ),
      {
        'word/comments.xml': `<w:comments ${namespaces}><w:comment w:id="4" w:author="I. Kervella">${paragraph(run('À vérifier.'))}</w:comment></w:comments>`,
      },
    ),
  );
  const text = textOf(document.body);
  expect(text).toBe('Le 27, 412 véhicules ont franchi la frontière.');
  expect(document.annotations?.map(({ start, end, comment }) => [text.slice(start, end), comment])).toEqual([
    ['412 véhicules', 'À vérifier.\n\n— I. Kervella'],
    ['franchi la', ''],
  ]);
});

test('a title that is taken out of the text takes its passages’ places along', async () => {
  const document = await read(
    word(
      paragraph(run('Le récit'), styled('Title')) +
        paragraph(`${run('Un ')}${run('pont', '<w:highlight w:val="green"/>')}${run('.')}`),
      {
        'word/styles.xml': `<w:styles ${namespaces}><w:style w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`,
      },
    ),
  );
  const text = textOf(document.body);
  expect([document.title, text]).toEqual(['Le récit', 'Un pont.']);
  expect(document.annotations?.map(({ start, end }) => text.slice(start, end))).toEqual(['pont']);
});

test('lists keep their kind and depth, links their address, footnotes their words', async () => {
  const numbered = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`;
  const document = await read(
    word(
      [
        paragraph(run('un'), numbered(0)),
        paragraph(run('un bis'), numbered(1)),
        paragraph(
          `<w:hyperlink r:id="rId9">${run('la carte')}</w:hyperlink><w:hyperlink r:id="rId8">${run(' non')}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>`,
        ),
      ].join(''),
      {
        'word/numbering.xml': `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="rId9" Target="https://example.org/?a=1&amp;b=2" TargetMode="External"/><Relationship Id="rId8" Target="javascript:alert(1)" TargetMode="External"/></Relationships>',
        'word/footnotes.xml': `<w:footnotes ${namespaces}><w:footnote w:id="2">${paragraph(run('Selon le registre.'))}</w:footnote></w:footnotes>`,
      },
    ),
  );
  expect(document.body.blocks).toEqual([
    { type: 'listItem', list: 'ordered', depth: 0, inlines: [{ type: 'text', text: 'un' }] },
    { type: 'listItem', list: 'bulleted', depth: 1, inlines: [{ type: 'text', text: 'un bis' }] },
    {
      type: 'paragraph',
      inlines: [
        { type: 'text', text: 'la carte', link: 'https://example.org/?a=1&b=2' },
        { type: 'text', text: ' non' },
        { type: 'text', text: '[1]', marks: ['sup'] },
      ],
    },
    { type: 'rule' },
    { type: 'paragraph', inlines: [{ type: 'text', text: '[1] Selon le registre.' }] },
  ]);
});

test('tracked changes: what was deleted stays out and is said, what was inserted is text', async () => {
  const document = await read(
    word(
      paragraph(
        `${run('Le pont ')}<w:del><w:r><w:delText>fermera</w:delText></w:r></w:del><w:ins>${run('rouvre')}</w:ins>`,
      ),
    ),
  );
  expect(textOf(document.body)).toBe('Le pont rouvre');
  expect(document.losses).toEqual([{ what: 'deletions', count: 1 }]);
});

test('words in a text box and in a table come in their place', async () => {
  const cell = (content: string) => `<w:tc>${content}</w:tc>`;
  const document = await read(
    word(
      `${paragraph(
        `${run('Avant')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph(run('Encadré'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(run('Encadré'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      )}<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(paragraph(run('Jour')))}${cell(paragraph(run('Nombre')))}</w:tr><w:tr>${cell(paragraph(run('27')))}${cell(paragraph(run('412')))}</w:tr></w:tbl>`,
    ),
  );
  expect(textOf(document.body)).toBe('Avant\nEncadré\nJour\nNombre\n27\n412');
  expect(document.body.blocks.at(-1)).toMatchObject({
    type: 'table',
    rows: [{ cells: [{ header: true }, { header: true }] }, {}],
  });
});

test.each([
  ['a zip without a text part', zipSync({ 'word/other.xml': strToU8('<a/>') }), 'import/broken'],
  ['a part that is no XML', word('', { 'word/document.xml': 'not XML at all' }), 'import/broken'],
  ['a document without words', word(paragraph('')), 'import/no-text'],
  ['elements nested too deep', word(`${'<w:sdt>'.repeat(5000)}`), 'import/broken'],
  [
    'entities that grow',
    word('', {
      'word/document.xml': `<!DOCTYPE a [<!ENTITY x "${'x'.repeat(1000)}"><!ENTITY y "${'&x;'.repeat(1000)}">]><w:document ${namespaces}><w:body>${paragraph(run('&y;'))}</w:body></w:document>`,
    }),
    'read',
  ],
])('%s is answered for', async (_what, bytes, expected) => {
  const outcome = await parseFile({ name: 'a.docx', bytes });
  expect(outcome.ok ? 'read' : outcome.error.code).toBe(expected);
  if (outcome.ok && outcome.value.holds === 'documents')
    for (const { body } of outcome.value.documents) expect(textOf(body).length).toBeLessThan(100);
});

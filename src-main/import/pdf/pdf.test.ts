import { textOf } from '@shared/text/canonical-text';
import { pageStarts } from '@shared/text/pages';
import { expect, test } from 'vitest';
import { parseFile } from '../parse-file';

interface More {
  readonly annotations?: string;
  readonly info?: string;
  readonly catalog?: string;
}

/** A PDF of a page for each drawing, written by hand. */
function pdf(drawings: string | readonly string[], more: More = {}): Uint8Array {
  const pages = [drawings].flat();
  const pageAt = (index: number): number => 5 + 2 * index;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (fr) ${more.catalog ?? ''} >>`,
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${pageAt(index)} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    `<< ${more.info ?? ''} >>`,
    ...pages.flatMap((drawing, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents ${pageAt(index) + 1} 0 R /Resources << /Font << /F 3 0 R >> >> /Annots [${more.annotations ?? ''}] >>`,
      `<< /Length ${Buffer.byteLength(drawing, 'latin1')} >>\nstream\n${drawing}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

const line = (text: string, y: number) => `BT /F 10 Tf 50 ${y} Td (${text}) Tj ET\n`;

async function read(bytes: Uint8Array) {
  const outcome = await parseFile({ name: 'rapport.pdf', bytes });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'documents') throw new Error('not documents');
  const [document] = outcome.value.documents;
  if (!document) throw new Error('no document');
  return document;
}

test('a text layer is read, with what the file says of itself', async () => {
  const document = await read(
    pdf(line('Le pont de V\\351lin, ferm\\351 depuis quinze mois,', 300) + line('a rouvert fin octobre.', 288), {
      info: '/Title (Microsoft Word - pont.docx) /Author (Sol\\350ne Archambault; Idris Kervella) /CreationDate (D:20251104081500)',
    }),
  );
  expect(textOf(document.body)).toBe('Le pont de Vélin, fermé depuis quinze mois, a rouvert fin octobre.');
  expect(document).toMatchObject({
    title: 'Le pont de Vélin, fermé depuis quinze mois, a rouvert fin octobre',
    metadata: { authors: ['Solène Archambault', 'Idris Kervella'], date: '2025-11-04', language: 'fr' },
  });
});

test('highlighting is a passage on its words over line ends, with its comment and who made it', async () => {
  // letters of this face are six points wide
  const document = await read(
    pdf(line('Le pont a rouvert devant cent', 300) + line('personnes venues des deux rives.', 288), {
      annotations:
        '<< /Type /Annot /Subtype /Highlight /Rect [50 286 400 310] /QuadPoints [110 309 224 309 110 298 224 298 50 297 104 297 50 286 104 286] /Contents (Combien ?) /T (I. Kervella) >>',
    }),
  );
  const text = textOf(document.body);
  expect(document.annotations?.map(({ start, end, comment }) => [text.slice(start, end), comment])).toEqual([
    ['rouvert devant cent personnes', 'Combien ?\n\n— I. Kervella'],
  ]);
});

test('a PDF without a text layer says that its pages are pictures', async () => {
  const outcome = await parseFile({ name: 'scan.pdf', bytes: pdf('0 0 100 100 re f') });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'import/no-text' } });
  expect(outcome.ok ? '' : outcome.error.message).toContain('no text layer');
});

test('a damaged PDF is refused by name', async () => {
  const outcome = await parseFile({ name: 'coupe.pdf', bytes: pdf(line('mots', 300)).subarray(0, 60) });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'import/broken', params: { file: 'coupe.pdf' } } });
});

test('the bytes that become the original are left as they were', async () => {
  const bytes = pdf(line('mots', 300));
  const before = Buffer.from(bytes);
  await read(bytes);
  expect(before.equals(bytes)).toBe(true);
});

test('pages keep their printed numbers, one that begins inside a paragraph and inside a word too', async () => {
  const document = await read(
    pdf(
      [
        line('Avant-propos.', 300),
        line('Le pont de V\\351lin a rouvert fin octobre et les com-', 300),
        line('munes voisines en parlent encore.', 300) + line('Autre chose.', 250),
      ],
      { catalog: '/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 12 >>] >>' },
    ),
  );
  const text = textOf(document.body);
  const pages = pageStarts(document.body);
  expect(pages.map(({ start, label }) => [label, text.slice(start, start + 8)])).toEqual([
    ['i', 'Avant-pr'],
    ['12', 'Le pont '],
    ['13', 'communes'],
  ]);
});

test('pages without printed numbers are counted', async () => {
  const document = await read(pdf([line('Le pont.', 300), line('La gare.', 300)]));
  expect(pageStarts(document.body).map(({ label }) => label)).toEqual(['1', '2']);
});

import { pngOf } from '@shared/images/test-images';
import { textOf } from '@shared/text/canonical-text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AssetCollector } from '../asset-collector';
import { parseFile } from '../parse-file';
import { rtfText } from './rtf-reader';
import { rtfTokens } from './rtf-tokens';

async function read(content: string, name = 'rapport.rtf') {
  const outcome = await parseFile({ name, bytes: Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${content}}`, 'latin1') });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'documents') throw new Error('not documents');
  const [document] = outcome.value.documents;
  if (!document) throw new Error('no document');
  return document;
}

test('letters come in whatever way they are written: as they are, by their set, by number with a stand-in', async () => {
  const document = await read(
    "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Times CYR;}{\\f2\\fcharset129 Batang;}}Le pont de V\\'e9lin\\~: {\\f1 \\'cc\\'ee\\'f1\\'f2}, {\\f2 \\'b4\\'d9\\'b8\\'ae} et \\u8364?, \\u-10188?\\u-8930?\\emdash{\\uc2 \\u233\\'c3\\'a9}.",
  );
  expect(textOf(document.body)).toBe('Le pont de Vélin\u00a0: Мост, 다리 et €, 𝄞—é.');
});

test('styles, emphasis, lists, links, notes and tables keep their shape', async () => {
  const document = await read(
    [
      "{\\stylesheet{\\s0 Normal;}{\\s7 heading 2;}}{\\info{\\title Le r\\'e9cit}{\\author I. Kervella}{\\creatim\\yr2025\\mo11\\dy4}}",
      "\\pard\\s7 Chiffres\\par\\pard Le {\\b pont} est {\\i\\ul s\\'fbr}{\\footnote\\pard Selon elle.}.\\line Dit-on.\\par",
      '{\\listtext 1.\\tab}\\ilvl0 un\\par{\\listtext \\bullet\\tab}\\ilvl1 deux\\par',
      '\\pard{\\field{\\*\\fldinst{HYPERLINK "https://example.org/?a=1"}}{\\fldrslt la carte}} et {\\field{\\*\\fldinst{HYPERLINK "javascript:x"}}{\\fldrslt non}}\\par',
      "\\trowd\\pard\\intbl Jour\\cell Nombre\\cell\\row\\trowd\\pard\\intbl 27\\cell 412\\cell\\row\\pard Fin{\\v cach\\'e9}\\par",
      "{\\*\\generator Truc;}{\\header en-t\\'eate}{\\pict\\pngblip 89504e47}",
    ].join(''),
  );
  expect(document).toMatchObject({ title: 'Le récit', metadata: { authors: ['I. Kervella'], date: '2025-11-04' } });
  expect(document.losses).toEqual([{ what: 'unknownPictures', count: 1 }]);
  expect(document.body.blocks).toEqual([
    { type: 'heading', level: 2, inlines: [{ type: 'text', text: 'Chiffres' }] },
    {
      type: 'paragraph',
      inlines: [
        { type: 'text', text: 'Le ' },
        { type: 'text', text: 'pont', marks: ['bold'] },
        { type: 'text', text: ' est ' },
        { type: 'text', text: 'sûr', marks: ['italic', 'underline'] },
        { type: 'text', text: '[1]', marks: ['sup'] },
        { type: 'text', text: '.\nDit-on.' },
      ],
    },
    { type: 'listItem', list: 'ordered', depth: 0, inlines: [{ type: 'text', text: 'un' }] },
    { type: 'listItem', list: 'bulleted', depth: 1, inlines: [{ type: 'text', text: 'deux' }] },
    {
      type: 'paragraph',
      inlines: [
        { type: 'text', text: 'la carte', link: 'https://example.org/?a=1' },
        { type: 'text', text: ' et non' },
      ],
    },
    {
      type: 'table',
      rows: [
        ['Jour', 'Nombre'],
        ['27', '412'],
      ].map((cells) => ({
        cells: cells.map((text) => ({
          header: false,
          blocks: [{ type: 'paragraph', inlines: [{ type: 'text', text }] }],
        })),
      })),
    },
    { type: 'paragraph', inlines: [{ type: 'text', text: 'Fin' }] },
    { type: 'rule' },
    { type: 'paragraph', inlines: [{ type: 'text', text: '[1] Selon elle.' }] },
  ]);
});

test('comments and highlighting are passages on their words', async () => {
  const document = await read(
    "Le 27, {\\*\\atrfstart 3}412 v\\'e9hicules{\\*\\atrfend 3}{\\*\\atnid IK}{\\*\\atnauthor I. Kervella}\\chatn{\\*\\annotation{\\*\\atnref 3}\\pard \\'c0 v\\'e9rifier.} ont {\\highlight7 franchi} la fronti\\'e8re.",
  );
  const text = textOf(document.body);
  expect(text).toBe('Le 27, 412 véhicules ont franchi la frontière.');
  expect(document.annotations?.map(({ start, end, comment }) => [text.slice(start, end), comment])).toEqual([
    ['412 véhicules', 'À vérifier.\n\n— I. Kervella'],
    ['franchi', ''],
  ]);
});

test('groups without end or number, and any bytes, are read as far as they go', () => {
  const decode = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  expect(rtfText(rtfTokens(Buffer.from('{\\rtf1 '.repeat(20_000))), decode, new AssetCollector()).blocks).toEqual([]);
  const sign = fc.constantFrom(
    '{',
    '}',
    '\\',
    '\\b ',
    '\\par ',
    "\\'e9",
    '\\u233?',
    '\\footnote ',
    '\\*',
    '\\cell ',
    '\\intbl ',
    '\\row ',
    '\\bin9 ',
    '\\pict ',
    '\\pngblip ',
    '\\*\\picprop ',
    '\\sv ',
    'mots ',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      const { blocks } = rtfText(rtfTokens(Buffer.from(signs.join(''), 'latin1')), decode, new AssetCollector());
      expect(textOf({ version: 1, blocks }).length).toBeLessThan(1000);
    }),
  );
});

test('pictures in hexadecimal and as bytes are kept with what is said of them; metafiles are counted', async () => {
  const picture = Buffer.from(pngOf(8, 6));
  const hex = picture.toString('hex').replace(/(.{60})/g, '$1\r\n');
  const said = '{\\*\\picprop{\\sp{\\sn shapeType}{\\sv 75}}{\\sp{\\sn wzDescription}{\\sv Le pont}}}';
  const older = '{\\nonshppict{\\pict\\wmetafile8 0102}}';
  const document = await read(
    `Avant{\\*\\shppict{\\pict${said}\\pngblip\\picw8\\pich6 ${hex}}}${older}\\par{\\pict\\pngblip\\bin${picture.length} ` +
      `${picture.toString('latin1')}}\\par{\\pict\\wmetafile8 0102}apr\\u232?s\\par`,
  );
  const shown = document.body.blocks.map((block) =>
    block.type === 'image' ? [block.alt, block.asset] : textOf({ version: 1, blocks: [block] }),
  );
  const [asset] = document.assets ?? [];
  expect(shown).toEqual(['Avant', ['Le pont', asset?.sha256], ['', asset?.sha256], 'après']);
  expect(document.assets?.map(({ bytes }) => Buffer.from(bytes))).toEqual([picture]);
  expect(document.losses).toEqual([{ what: 'unknownPictures', count: 1 }]);
});

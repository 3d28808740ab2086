import { pngOf } from '@shared/images/test-images';
import { textOf } from '@shared/text/canonical-text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFile } from '../parse-file';
import { leafParts, parseMime } from './mime';

const crlf = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'), 'utf8');

async function read(name: string, bytes: Uint8Array) {
  const outcome = await parseFile({ name, bytes });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'documents') throw new Error('not documents');
  const [document] = outcome.value.documents;
  if (!document) throw new Error('no document');
  return document;
}

describe('an e-mail', () => {
  test('gives its headers as first lines, its words, and the names of what was attached', async () => {
    const document = await read(
      'lettre.eml',
      crlf(
        'From: =?utf-8?B?U29sw6huZSBBcmNoYW1iYXVsdA==?= <solene@example.org>',
        'To: redaction@example.org',
        'Subject: =?iso-8859-1?Q?Pont_de_V=E9lin=A0:?= =?utf-8?Q?_=EB=8B=A4=EB=A6=AC?=',
        'Date: Tue, 4 Nov 2025 08:15:00 +0100',
        'Content-Type: multipart/mixed; boundary="a;b"',
        '',
        'préambule',
        '--a;b',
        'Content-Type: multipart/alternative; boundary=inner',
        '',
        '--inner',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Le pont a rouvert.',
        '--inner',
        'Content-Type: text/html; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '<meta charset=3Diso-8859-1><p>Le <b>pont</b> a rouvert, dit l=',
        '=92agence=2E</p><script>alert(1)</script>',
        '--inner--',
        '--a;b',
        'Content-Type: application/pdf; name="registre.pdf"',
        "Content-Disposition: attachment; filename*=utf-8''relev%C3%A9.pdf",
        'Content-Transfer-Encoding: base64',
        '',
        'JVBERi0=',
        '--a;b--',
      ),
    );
    expect(document.title).toBe('Pont de Vélin : 다리');
    expect(document.metadata).toMatchObject({ authors: ['Solène Archambault'], date: '2025-11-04' });
    expect(textOf(document.body)).toBe(
      'From: Solène Archambault <solene@example.org>\nTo: redaction@example.org\nDate: Tue, 4 Nov 2025 08:15:00 +0100\nSubject: Pont de Vélin : 다리\nLe pont a rouvert, dit l’agence.',
    );
    expect(document.losses).toEqual([{ what: 'attachments', count: 1, detail: 'relevé.pdf' }]);
  });

  test('in plain text alone keeps its paragraphs, in the character set it names', async () => {
    const head = crlf('From: a@example.org', 'Subject: x', 'Content-Type: text/plain; charset=koi8-r', '', '');
    const document = await read('a.eml', Buffer.concat([head, Buffer.from([0xed, 0xcf, 0xd3, 0xd4, 0x0d, 0x0a])]));
    expect(textOf(document.body)).toContain('Мост');
  });

  test('without sender, subject and date is none', async () => {
    const outcome = await parseFile({ name: 'a.eml', bytes: crlf('Bonjour', '', 'mots') });
    expect(outcome.ok ? 'read' : outcome.error.code).toBe('import/broken');
  });
});

test('a web archive gives its page, with the address it was saved from', async () => {
  const document = await read(
    'page.mhtml',
    crlf(
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://example.org/pont?a=1',
      'Subject: Pont',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="----M"',
      '',
      '------M',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://example.org/pont?a=1',
      '',
      '<!DOCTYPE html><html lang=3D"fr"><head><title>Le pont de V=C3=A9lin</title></head><body><p>Le pont a rouvert. <a href=3D"/carte">Carte</a></p><img src=3D"https://example.org/p.jpg" alt=3D"Le pont"></body></html>',
      '------M',
      'Content-Type: image/jpeg',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://example.org/p.jpg',
      '',
      '/9j/4AAQ',
      '------M--',
    ),
  );
  expect(document).toMatchObject({ title: 'Le pont de Vélin', mediaType: 'multipart/related' });
  expect(document.metadata.url).toBe('https://example.org/pont?a=1');
  expect(document.body.blocks[0]).toMatchObject({
    inlines: [{ text: 'Le pont a rouvert. ' }, { text: 'Carte', link: 'https://example.org/carte' }],
  });
});

const base64Part = (bytes: Uint8Array, ...headers: readonly string[]): readonly string[] => [
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  ...headers,
  '',
  Buffer.from(bytes).toString('base64'),
];
const shas = (document: Awaited<ReturnType<typeof read>>) =>
  document.body.blocks.flatMap((block) => (block.type === 'image' ? [block.asset] : []));

describe('pictures of a message', () => {
  test('come with an e-mail where its words show them, and others are named as absent', async () => {
    const document = await read(
      'a.eml',
      crlf(
        'From: a@example.org',
        'Content-Type: multipart/related; boundary=r',
        '',
        '--r',
        'Content-Type: text/html',
        '',
        '<p>Voici</p><img src="cid:pont%40example" alt="Le pont"><img src="https://example.org/ailleurs.png" alt="Ailleurs">',
        '--r',
        ...base64Part(pngOf(9, 7), 'Content-ID: <pont@example>', 'Content-Disposition: inline'),
        '--r--',
      ),
    );
    expect(shas(document)).toEqual([document.assets?.[0]?.sha256, null]);
    expect(document.assets?.map(({ bytes }) => Buffer.from(bytes))).toEqual([Buffer.from(pngOf(9, 7))]);
    expect(document.losses).toEqual([{ what: 'absentPictures', count: 1 }]);
  });

  test('come with a web archive by their location, also a relative one, or their id', async () => {
    const images = ['https://example.org/img/a.png', 'img/b.png', 'cid:c@mhtml.blink'].map(
      (src) => `<img src="${src}" alt="x">`,
    );
    const document = await read(
      'a.mhtml',
      crlf(
        'Content-Type: multipart/related; boundary=m',
        '',
        '--m',
        'Content-Type: text/html',
        'Content-Location: https://example.org/pont',
        '',
        `<html><head><title>T</title></head><body><p>Le pont a rouvert.</p>${images.join('')}</body></html>`,
        '--m',
        ...base64Part(pngOf(4, 4), 'Content-Location: https://example.org/img/a.png'),
        '--m',
        ...base64Part(pngOf(5, 5), 'Content-Location: https://example.org/img/b.png'),
        '--m',
        ...base64Part(pngOf(6, 6), 'Content-ID: <c@mhtml.blink>'),
        '--m--',
      ),
    );
    expect(document.assets?.map(({ width }) => width)).toEqual([4, 5, 6]);
    expect(shas(document)).toEqual(document.assets?.map(({ sha256 }) => sha256));
    expect(document.losses).toEqual([]);
  });
});

test('parts inside parts without end, and any bytes, are read as far as they go', () => {
  const deep = Array.from(
    { length: 200 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  ).join('');
  expect(leafParts(parseMime(Buffer.from(deep)))).toHaveLength(1);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      for (const part of leafParts(parseMime(bytes))) expect(part.bytes.length).toBeLessThanOrEqual(bytes.length);
    }),
  );
});

import { createHash } from 'node:crypto';
import type { ImportedDocument } from '@shared/model/document';
import { textOf } from '@shared/text/canonical-text';
import { expect, test } from 'vitest';
import { parseFile } from '../parse-file';
import { htmlOfNote } from './enml';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC',
  'base64',
);
const md5 = createHash('md5').update(png).digest('hex');

const content = (inner: string): string =>
  `<content><![CDATA[<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>${inner}</en-note>]]></content>`;
const enexOf = (...notes: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd"><en-export export-date="20251101T080000Z" application="Evernote" version="10.1">${notes.map((note) => `<note>${note}</note>`).join('')}</en-export>`;
const resource = (data: Uint8Array, mime: string, name: string): string =>
  `<resource><data encoding="base64">\n${Buffer.from(data).toString('base64')}\n</data><mime>${mime}</mime><resource-attributes><file-name>${name}</file-name></resource-attributes></resource>`;

async function read(source: string, name = 'Research.enex') {
  return parseFile({ name, bytes: new TextEncoder().encode(source) });
}

async function documentsOf(source: string): Promise<readonly ImportedDocument[]> {
  const outcome = await read(source);
  if (!outcome.ok || outcome.value.holds !== 'documents') throw new Error('The export was not read');
  return outcome.value.documents;
}

test('a clipped page is an article with its address, tags, author and picture; what was written is a note', async () => {
  const [clip, note] = await documentsOf(
    enexOf(
      `<title>Koursk &amp; Séoul</title>${content(`<h1>Un titre</h1><p>Les deux capitales <b>parlent</b> d’une entente.</p><en-media hash="${md5}" type="image/png" width="200" height="100"/><p>북한은 군인을 보냈다.</p>`)}<created>20251027T101010Z</created><updated>20251028T101010Z</updated><tag>guerre</tag><tag>Corée/Nord</tag><note-attributes><author>Ada</author><source>web.clip7</source><source-url>https://example.org/a?x=1&amp;y=2</source-url></note-attributes>${resource(png, 'image/png', 'carte.png')}`,
      `<title>Idées</title><created>20251030T090000Z</created>${content('<div>Relire le traité</div><div><br/></div><div><en-todo checked="true"/>Appeler</div><div><en-todo/>Écrire</div>')}`,
    ),
  );
  expect(clip).toMatchObject({
    type: 'article',
    title: 'Koursk & Séoul',
    labels: ['guerre', 'Corée/Nord'],
    metadata: { url: 'https://example.org/a?x=1&y=2', authors: ['Ada'], date: '' },
    losses: [],
  });
  const image = clip?.body.blocks.find((block) => block.type === 'image');
  expect(image?.type === 'image' && image.asset).toBe(clip?.assets?.[0]?.sha256);
  expect(clip?.assets).toHaveLength(1);
  expect(clip && textOf(clip.body)).toContain('북한은 군인을 보냈다.');
  expect(note).toMatchObject({ type: 'note', title: 'Idées', metadata: { url: '', date: '2025-10-30' } });
  expect(note && textOf(note.body)).toBe('Relire le traité\n☑ Appeler\n☐ Écrire');
});

test('tasks of newer exports are a checked list', async () => {
  const [note] = await documentsOf(
    enexOf(
      `<title>x</title>${content('<ul style="--en-todo:true;"><li style="--en-checked:true;"><div>fait</div></li><li style="--en-checked:false;"><div>à faire</div></li></ul>')}`,
    ),
  );
  const items = note?.body.blocks.filter((block) => block.type === 'listItem');
  expect(items?.map((item) => item.type === 'listItem' && [item.list, item.checked])).toEqual([
    ['checked', true],
    ['checked', false],
  ]);
});

test('what a note holds besides is named: attachments, locked words, pictures that are not there', async () => {
  const [note] = await documentsOf(
    enexOf(
      `<title>x</title>${content(`<div>Vu.</div><en-crypt cipher="AES" length="128">U2FsdGVk</en-crypt><en-media hash="${md5}" type="image/png"/><en-media hash="${md5}" type="application/pdf"/>`)}${resource(new Uint8Array([37, 80]), 'application/pdf', 'rapport.pdf')}`,
    ),
  );
  expect(note && textOf(note.body)).not.toContain('U2FsdGVk');
  expect(note?.losses).toEqual(
    expect.arrayContaining([
      { what: 'absentPictures', count: 1 },
      { what: 'lockedStretches', count: 1 },
      { what: 'attachments', count: 1, detail: 'rapport.pdf' },
    ]),
  );
});

test('a hostile note gives its words only: no script, no address that runs, nothing from outside', async () => {
  const [note] = await documentsOf(
    enexOf(
      `<title>x</title>${content('<div onclick="x()">mots</div><script>alert(1)</script><a href="javascript:x()">lien</a><img src="https://tracker.example/p.png"/><iframe src="https://example.org"></iframe>')}<note-attributes><source-url>javascript:alert(1)</source-url></note-attributes>`,
    ),
  );
  const json = JSON.stringify(note);
  for (const bad of ['alert', 'javascript', 'onclick', 'tracker.example']) expect(json).not.toContain(bad);
  expect(note?.type).toBe('note');
  expect(note && textOf(note.body)).toContain('mots');
});

test('entities a file declares itself are not expanded', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE en-export [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><en-export><note><title>&b;</title>${content('<div>mots</div>')}</note></en-export>`;
  const [note] = await documentsOf(bomb);
  expect(note?.title).not.toContain('aaaa');
});

test('notes without words are counted, and an export of nothing is refused', async () => {
  const [only] = await documentsOf(
    enexOf(`<title>vide</title>${content('')}`, `<title>plein</title>${content('<div>mots</div>')}`),
  );
  expect(only).toMatchObject({ title: 'plein', losses: [{ what: 'absentTexts', count: 1 }] });
  expect(await read(enexOf(`<title>vide</title>${content('')}`))).toMatchObject({ error: { code: 'import/no-text' } });
  expect(await read('<en-export', 'cut.enex')).toMatchObject({ ok: false });
  expect(await read('<opml><body/></opml>', 'other.enex')).toMatchObject({ error: { code: 'import/broken' } });
});

test('a media element takes no words into itself, however it is closed', () => {
  for (const end of ['/>', '></en-media>'])
    expect(htmlOfNote(`<div><en-media type="image/png" hash="${md5}"${end}mots</div>`).html).toMatch(
      /<div><img src="enmedia:[0-9a-f]{32}" alt="">mots<\/div>$/,
    );
});

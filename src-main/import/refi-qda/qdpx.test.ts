/** Projects as other programs write them; services/round-trip.test.ts has Postil's own. */
import { textOf } from '@shared/text/canonical-text';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseFile } from '../parse-file';

const guid = (last: number): string => `0192aaaa-0000-4000-8000-${String(last).padStart(12, '0')}`;
const projectXml = (inner: string, attributes = 'origin="QualCoder"') =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="p" ${attributes}>${inner}</Project>`;

async function parsed(name: string, bytes: Uint8Array) {
  const outcome = await parseFile({ name, bytes });
  if (!outcome.ok) throw new Error(outcome.error.message);
  if (outcome.value.holds !== 'documents') throw new Error('not documents');
  return outcome.value.documents;
}
const projectOf = (inner: string, texts: Readonly<Record<string, string>>, attributes?: string) =>
  zipSync({
    'project.qde': strToU8(projectXml(inner, attributes)),
    ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])),
  });
const codes = `<CodeBook><Codes>
  <Code guid="${guid(1)}" name="Theme" isCodable="true"><Code guid="${guid(2)}" name="Sub/theme" isCodable="true"/></Code>
  <Code guid="${guid(3)}" name="événement" isCodable="true"/></Codes></CodeBook>`;
const selection = (id: number, start: number, end: number, ...targets: readonly number[]) =>
  `<PlainTextSelection guid="${guid(id)}" name="x" startPosition="${start}" endPosition="${end}"><Description>why</Description>${targets
    .map((target) => `<Coding guid="${guid(900 + id + target)}"><CodeRef targetGUID="${guid(target)}"/></Coding>`)
    .join('')}</PlainTextSelection>`;

test('positions count code points: an emoji before a passage moves nothing', async () => {
  const source = `<Sources><TextSource guid="${guid(10)}" name="Interview" plainTextPath="internal://a.txt">${selection(11, 3, 7, 1)}</TextSource></Sources>`;
  const [document] = await parsed('p.qdpx', projectOf(codes + source, { 'sources/a.txt': '😀é pont\nfin' }));
  const text = document ? textOf(document.body) : '';
  expect(document?.annotations?.map(({ start, end }) => text.slice(start, end))).toEqual(['pont']);
});

test('text with CR LF is counted as its program counted it', async () => {
  const written = 'un\r\ndeux\r\ntrois';
  const read = async (start: number, end: number) => {
    const source = `<Sources><TextSource guid="${guid(10)}" name="t" plainTextPath="internal://a.txt">${selection(11, start, end, 1)}</TextSource></Sources>`;
    const [document] = await parsed('p.qdpx', projectOf(codes + source, { 'Sources/A.TXT': written }));
    const text = document ? textOf(document.body) : '';
    return document?.annotations?.map((passage) => text.slice(passage.start, passage.end));
  };
  expect(await read(8, 13)).toEqual(['trois']);
  expect(await read(10, 15)).toEqual(['trois']);
});

test('accents written apart are composed, and the passages after them stay on their words', async () => {
  const written = 'e\u0301te\u0301 😀\n\u1112\u1161\u11ab pont e\u0301\r\nfin';
  const at = [...written].join('').indexOf('fin');
  const start = [...written.slice(0, at)].length;
  const source = `<Sources><TextSource guid="${guid(10)}" name="t" plainTextPath="internal://a.txt">
    ${selection(11, start, start + 3, 1)}${selection(12, 12, 16, 1)}</TextSource></Sources>`;
  const [document] = await parsed('p.qdpx', projectOf(codes + source, { 'sources/a.txt': written }));
  const text = document ? textOf(document.body) : '';
  expect(text).toBe('été 😀\n한 pont é\nfin');
  expect(document?.annotations?.map((passage) => text.slice(passage.start, passage.end))).toEqual(['fin', 'pont']);
});

test('codes named like kinds give the kind, others labels; one passage coded twice is one', async () => {
  const source = `<Sources><TextSource guid="${guid(10)}" name="Interview" plainTextPath="internal://a.txt">
    ${selection(11, 0, 4, 1)}${selection(12, 0, 4, 2)}${selection(13, 5, 9, 3, 1)}
    <Coding guid="${guid(20)}"><CodeRef targetGUID="${guid(1)}"/></Coding></TextSource></Sources>`;
  const [document] = await parsed('p.qdpx', projectOf(codes + source, { 'sources/a.txt': 'abcd efgh' }));
  expect(document?.labels).toEqual(['Theme']);
  expect(document?.annotations).toMatchObject([
    { kind: 'claim', labels: ['Theme', 'Theme/Sub/theme'], comment: 'why' },
    { kind: 'event', labels: ['Theme'], comment: 'why' },
  ]);
});

test('what has no place or no text is counted, never guessed', async () => {
  const source = `<Sources><TextSource guid="${guid(10)}" name="t" plainTextPath="internal://a.txt">
    ${selection(11, 4, 4, 1)}${selection(12, 90, 99, 1)}<PlainTextSelection guid="x" startPosition="-1" endPosition="NaN"/></TextSource>
    <TextSource guid="${guid(15)}" name="gone" plainTextPath="internal://../../etc/passwd"/>
    <PictureSource guid="${guid(16)}" name="p"/></Sources>`;
  const [document] = await parsed('p.qdpx', projectOf(codes + source, { 'sources/a.txt': 'abcd' }));
  expect(document?.annotations).toEqual([]);
  expect(document?.losses).toEqual([
    { what: 'sourcesWithoutText', count: 1 },
    { what: 'absentTexts', count: 1 },
    { what: 'placelessPassages', count: 3 },
  ]);
});

test.each([
  ['no zip', strToU8('PK\u0003\u0004 project.qde')],
  ['no project', zipSync({ 'a.txt': strToU8('x') })],
  ['no XML', zipSync({ 'project.qde': strToU8('hello') })],
  ['another root', zipSync({ 'project.qde': strToU8('<html/>') })],
])('a file that is %s is refused by name', async (_, bytes) => {
  const outcome = await parseFile({ name: 'p.qdpx', bytes });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'import/broken', params: { file: 'p.qdpx' } } });
});

test('names of a prototype are only names', async () => {
  const book = `<CodeBook><Codes><Code guid="__proto__" name="__proto__"/><Code guid="constructor" name="constructor"/></Codes></CodeBook>`;
  const source = `<Sources><TextSource guid="__proto__" name="__proto__" plainTextPath="internal://a.txt">
    <PlainTextSelection guid="__proto__" startPosition="0" endPosition="2"><Coding guid="x"><CodeRef targetGUID="__proto__"/></Coding></PlainTextSelection></TextSource></Sources>`;
  const [document] = await parsed('p.qdpx', projectOf(book + source, { 'sources/a.txt': 'abcd' }));
  expect(document?.annotations).toMatchObject([{ labels: ['__proto__'], kind: 'claim' }]);
  expect(document?.uid).toBeUndefined();
});

test('a codebook becomes a note that lists its codes', async () => {
  const bytes = strToU8(
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="${guid(1)}" name="Theme"><Description>What it is</Description><Code guid="${guid(2)}" name="Sub"/></Code></Codes></CodeBook>`,
  );
  const [note] = await parsed('codes.qdc', bytes);
  expect(note).toMatchObject({ type: 'note', title: 'codes' });
  expect(note && textOf(note.body)).toBe('Theme — What it is\nSub');
  expect(note?.body.blocks.map((block) => (block.type === 'listItem' ? block.depth : -1))).toEqual([0, 1]);
});

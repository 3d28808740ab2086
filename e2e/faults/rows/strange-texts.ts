/** C12–C14: broken encodings, strange characters, enormous texts and searches for anything at all. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '@main/archive/archive-api';
import { openArchive } from '@main/archive/open';
import { parseFile } from '@main/import/parse-file';
import { createServices } from '@main/services/services';
import type { Random } from '../random';
import { type Bench, type Row, Tally } from '../row';
import { archiveIn, article, checkWhole, codeOf } from '../small-archive';

const strange = [
  '\u0000',
  '\ud83d',
  '\udc00',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '👨‍👩‍👧',
  'e\u0301',
  '\u0301'.repeat(200),
  'ﷺ',
  '북한은'.normalize('NFD'),
  '𠮷',
  '\u2028',
  '\u2029',
  '\r',
  '\u000b',
  '\u0085',
  '\u00ad',
  '\u200b',
  'ẞ',
  'İ',
  'ǆ',
  '\u{e0001}',
  '\u{10ffff}',
  'ﬁ',
  'ё',
  'مرحبا',
  'שלום',
] as const;

const strangeText = (random: Random, length: number): string =>
  Array.from({ length }, () =>
    random.next() < 0.5 ? random.pick(strange) : random.pick(['mot ', 'Corée ', 'a', ' ']),
  ).join('');

const encodings: readonly ((text: string, random: Random) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  (text) => Buffer.from(text, 'latin1'),
  (text, random) => {
    const bytes = Buffer.from(text);
    for (let spoilt = 0; spoilt < 20; spoilt++) bytes.writeUInt8(random.below(256), random.below(bytes.length));
    return bytes;
  },
  (text, random) => Buffer.concat([Buffer.from(text), random.bytes(3), Buffer.from([0xc3])]),
];

/** Marks passages all over a text and asks that each is cut out by its offsets again, here and after a fresh start. */
function annotateAll(tally: Tally, archive: Archive, random: Random): void {
  const { rows } = archive.listDocuments({
    scope: { in: 'all' },
    sort: 'title',
    descending: false,
    offset: 0,
    limit: 500,
  });
  for (const { uid } of rows) {
    const { text } = archive.openDocument({ uid }).document;
    tally.expect(text.isWellFormed() && !text.includes('\u0000'), `half a character or a NUL was kept in ${uid}`);
    for (let passage = 0; passage < 5 && text.length > 1; passage++) {
      const start = random.below(text.length - 1);
      const end = Math.min(text.length, start + 1 + random.below(40));
      const exact = text.slice(start, end);
      // Half a character can't be marked; anything else can.
      if (!exact.isWellFormed() || exact.trim() === '') continue;
      const { selector } = archive.annotate({ document: uid, start, end, exact, kind: 'claim' });
      tally.expect(text.slice(selector.start, selector.end) === exact, `offsets of a passage in ${uid}`);
    }
  }
}

export const strangeTexts: Row = {
  id: 'C12',
  name: 'malformed UTF-8, NUL, surrogates, bidi, through every text importer',
  times: { long: 600, short: 40 },
  run: async (times, { quickFolder, random }) => {
    const tally = new Tally();
    const files = quickFolder();
    for (let run = 0; run < times; run++) {
      const text = strangeText(random, 200);
      const ending = random.pick(['txt', 'md', 'html'] as const);
      const whole = ending === 'html' ? `<!doctype html><title>T ${run}</title><p>${text}</p>` : `T ${run}\n\n${text}`;
      writeFileSync(join(files, `${run}.${ending}`), random.pick(encodings)(whole, random));
      tally.ran();
    }
    const path = archiveIn(quickFolder(), () => undefined);
    const archive = openArchive(path);
    const bugs: unknown[] = [];
    const services = createServices({
      archive,
      parse: parseFile,
      samplesFolder: '',
      onBug: (bug) => void bugs.push(bug),
    });
    const report = await services.importPaths([files]);
    const internal = report.failed.filter(({ code }) => !code.startsWith('import/'));
    tally.expect(internal.length === 0, `${internal.length} files ended in ${internal[0]?.code}`);
    tally.expect(bugs.length === 0, `a bug: ${String(bugs[0])}`);
    annotateAll(tally, archive, random);
    checkWhole(tally, archive, 'afterwards');
    const orphans = archive.libraryCounts({}).orphans;
    tally.expect(orphans === 0, `${orphans} passages lost their place`);
    tally.control(
      report.imported.length > times / 2,
      `${report.imported.length} of ${times} files were read, ${report.failed.length} refused`,
    );
    archive.close();
    return tally.result(strangeTexts);
  },
};

export const hugeTexts: Row = {
  id: 'C13',
  name: '50 MB paragraph, 100,000 annotations',
  times: { long: 50, short: 1 },
  run: async (times, { quickFolder }) => {
    const tally = new Tally();
    const megabytes = times;
    const annotations = times * 2000;
    const path = archiveIn(quickFolder(), () => undefined);
    const archive = openArchive(path);
    const sentence = 'un mot après l’autre, ';
    const seconds = async (run: () => unknown): Promise<number> => {
      const started = performance.now();
      await run();
      return Math.round((performance.now() - started) / 100) / 10;
    };
    const long = sentence.repeat(Math.ceil((megabytes * 1_048_576) / Buffer.byteLength(sentence)));
    const bytes = new TextEncoder().encode(`Long\n\n${long}épilogue`);
    const parsed = await parseFile({ name: 'long.txt', bytes });
    tally.ran();
    const document = parsed.ok && parsed.value.holds === 'documents' ? parsed.value.documents[0] : undefined;
    if (document === undefined) tally.half('the paragraph was not read');
    else {
      const insert = await seconds(() => archive.insertImported(document, null));
      const search = await seconds(() => {
        const { total } = archive.search({ query: 'epilogue', limit: 20, offset: 0, sort: 'relevance' });
        tally.expect(total === 1, 'its last word is not found');
      });
      tally.control(search < 30, `${megabytes} MB: kept in ${insert} s, searched in ${search} s`);
    }
    const { uid } = archive.insertImported(article('Annoté', sentence.repeat(annotations / 10)), null);
    const length = archive.openDocument({ uid }).document.text.length;
    const each = Math.floor(length / annotations);
    const { text } = archive.openDocument({ uid }).document;
    const passages = Array.from({ length: annotations }, (_, at) => ({
      start: at * each,
      end: at * each + 2,
      exact: text.slice(at * each, at * each + 2),
    }));
    const marked = await seconds(() => {
      for (let at = 0; at < annotations; at += 5000)
        archive.annotateAll({ document: uid, passages: passages.slice(at, at + 5000), kind: 'claim' });
    });
    tally.ran();
    const opened = await seconds(() => {
      const view = archive.openDocument({ uid });
      if (view.annotations.length !== annotations) tally.lost(`${annotations - view.annotations.length} annotations`);
      const wrong = view.annotations.filter(
        ({ selector }) => text.slice(selector.start, selector.end) !== selector.exact,
      );
      tally.expect(wrong.length === 0, `${wrong.length} offsets are wrong`);
    });
    tally.control(opened < 10, `${annotations} annotations: made in ${marked} s, opened in ${opened} s`);
    const verified = await seconds(() => checkWhole(tally, archive, 'afterwards'));
    tally.control(verified < 300, `verified in ${verified} s`);
    archive.close();
    return tally.result(hugeTexts);
  },
};

const queries = [
  '"',
  '""',
  '"a',
  'AND',
  'a AND',
  'NEAR(',
  'NEAR(a b, 5)',
  '*',
  'a*',
  '-',
  '--',
  '-a',
  '(',
  ')',
  '()',
  'title:',
  'title:"',
  'kind:',
  'kind:claim',
  'label:',
  'date:',
  'date:2024..',
  'date:9999..1',
  'x:y',
  ':',
  '::',
  '^a',
  'a^2',
  '{a b}',
  '%',
  '_',
  "'",
  ';',
  '\\',
  '\u0000',
  'a OR',
  'NOT',
  'col:a',
  '<b>',
  '~',
  '!',
  '?',
  '.',
  '..',
  '…',
  '\n',
] as const;

export const searchJunk: Row = {
  id: 'C14',
  name: 'searches for anything at all',
  times: { long: 20_000, short: 500 },
  run: async (times, bench: Bench) => {
    const { quickFolder, random } = bench;
    const tally = new Tally();
    const path = archiveIn(quickFolder(), (archive) => {
      for (let number = 0; number < 20; number++)
        archive.insertImported(article(`Titre ${number}`, 'la Corée du Nord'), null);
    });
    const archive = openArchive(path);
    let found = 0;
    let slowestMs = 0;
    for (let run = 0; run < times; run++) {
      const pieces = Array.from({ length: 1 + random.below(6) }, () =>
        random.pick([...queries, ...strange, 'coree', 'titre']),
      );
      const query = random.below(50) === 0 ? pieces.join('').repeat(500) : pieces.join(random.pick(['', ' ']));
      const started = performance.now();
      try {
        const sort = random.pick(['relevance', 'date'] as const);
        const code = await codeOf(() => {
          if (archive.search({ query, limit: 20, offset: 0, sort }).total > 0) found++;
          archive.findTitles({ text: query.slice(0, 4096), limit: 5 });
          archive.findAnnotations({ text: query.slice(0, 4096), limit: 5 });
        });
        tally.expect(code === 'none', `${JSON.stringify(query.slice(0, 60))} ended in “${code}”`);
      } catch (error) {
        tally.half(`${JSON.stringify(query.slice(0, 60))} threw ${String(error).slice(0, 100)}`);
      }
      slowestMs = Math.max(slowestMs, performance.now() - started);
      tally.ran();
    }
    tally.expect(slowestMs < 3000, `a search took ${Math.round(slowestMs)} ms`);
    tally.control(found > 0, `${found} searches found something, slowest ${Math.round(slowestMs)} ms`);
    checkWhole(tally, archive, 'afterwards');
    archive.close();
    return tally.result(searchJunk);
  },
};

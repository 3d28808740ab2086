/** The file is read by pandoc, with its comments, and its XML by a parser that is not ours. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, it } from 'vitest';
import { answerOf, isInstalled } from '../read-by-others';
import { hostile, picture, trialBundle } from '../trial-bundle';
import { docxExporter } from './docx-exporter';

const bundle = trialBundle();
const [file] = docxExporter.write(bundle);
const parts = unzipSync(file?.bytes ?? new Uint8Array());
const partOf = (path: string): string => new TextDecoder().decode(parts[path]);
const folder = mkdtempSync(join(tmpdir(), 'docx-'));
const place = join(folder, 'a.docx');
writeFileSync(place, file?.bytes ?? '');
afterAll(() => rmSync(folder, { recursive: true }));

describe('a Word document', () => {
  it.skipIf(!isInstalled('pandoc'))(
    'is read by pandoc with headings, lists, tables, words and comments (needs pandoc)',
    () => {
      const markdown = answerOf('pandoc', [
        '-f',
        'docx',
        '-t',
        'markdown',
        '--wrap=none',
        '--track-changes=all',
        place,
      ]);
      expect(markdown).toMatch(/^# Sommet 😀/m);
      expect(markdown).toMatch(/^## 🕊️ Le sommet/m);
      expect(markdown).toMatch(/1\.\s+premier\n+\s+-\s+dedans/);
      for (const words of ['조선민주주의인민공화국', 'لن نوقّع', 'שלום 😀', 'हिन्दी', 'Koursk'])
        expect(markdown).toContain(words);
      expect(markdown.match(/\.comment-start/g)).toHaveLength(7);
    },
  );

  it.skipIf(!isInstalled('pandoc'))('keeps every word of the text, whatever it looks like (needs pandoc)', () => {
    const plain = answerOf('pandoc', ['-f', 'docx', '-t', 'plain', '--wrap=none', place]);
    expect(plain).toContain(hostile);
    for (const { text } of bundle.documents)
      for (const line of text.split('\n')) expect(plain.replace(/\s+/g, ' ')).toContain(line.replace(/\s+/g, ' '));
  });

  it('opens and closes each comment once, and highlights its words', () => {
    const { document } = parseHTML(partOf('word/document.xml').replaceAll('w:', 'w-'));
    for (const name of ['w-commentRangeStart', 'w-commentRangeEnd', 'w-commentReference'])
      expect([...document.querySelectorAll(name)].map((each) => each.getAttribute('w-id')).sort()).toEqual([
        '0',
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
      ]);
    expect(document.querySelectorAll('w-highlight').length).toBeGreaterThanOrEqual(7);
    const comments = parseHTML(partOf('word/comments.xml').replaceAll('w:', 'w-')).document;
    expect(comments.querySelectorAll('w-comment')).toHaveLength(7);
    expect(comments.documentElement.textContent).toContain('disputed');
  });

  it.skipIf(!isInstalled('pandoc'))('shows pandoc its picture with description and size (needs pandoc)', () => {
    const media = join(folder, 'pandoc');
    const markdown = answerOf('pandoc', [
      '-f',
      'docx',
      '-t',
      'markdown',
      '--wrap=none',
      `--extract-media=${media}`,
      place,
    ]);
    expect(markdown).toMatch(/!\[Le pont 🕊️.*\.png\)\{width="0\.625in"/);
    const [path = ''] = /[^(]*\/media\/[^)]+\.png/.exec(markdown) ?? [];
    expect(readFileSync(path)).toEqual(Buffer.from(picture.bytes));
  });

  it('leads only to bookmarks that are there', () => {
    const all = `${partOf('word/document.xml')}${partOf('word/comments.xml')}`;
    const names = new Set([...all.matchAll(/w:bookmarkStart w:id="\d+" w:name="([^"]+)"/g)].map(([, name]) => name));
    const anchors = [...all.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name);
    expect(anchors.length).toBeGreaterThan(4);
    for (const anchor of anchors) expect(names).toContain(anchor);
  });

  it.skipIf(!isInstalled('xmllint'))('is well-formed in every part (needs xmllint)', () => {
    for (const path of Object.keys(parts).filter((each) => /\.(xml|rels)$/.test(each)))
      expect(answerOf('xmllint', ['--noout', '-'], parts[path])).toBe('');
  });
});

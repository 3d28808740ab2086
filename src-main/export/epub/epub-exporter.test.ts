/** The book is read by pandoc; its links, files and first bytes are what readers ask for. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, it } from 'vitest';
import { answerOf, isInstalled } from '../read-by-others';
import { trialBundle } from '../trial-bundle';
import { epubExporter } from './epub-exporter';

const bundle = trialBundle();
const [file] = epubExporter.write(bundle);
const bytes = file?.bytes ?? new Uint8Array();
const parts = unzipSync(bytes);
const folder = mkdtempSync(join(tmpdir(), 'epub-'));
const place = join(folder, 'a.epub');
writeFileSync(place, bytes);
afterAll(() => rmSync(folder, { recursive: true }));

describe('an e-book', () => {
  it('says at once what it is: the type is first and not packed', () => {
    const start = Buffer.from(bytes).toString('latin1', 0, 70);
    expect(start.slice(30)).toMatch(/^mimetypeapplication\/epub\+zip/);
    expect(bytes[8]).toBe(0);
  });

  it.skipIf(!isInstalled('xmllint'))('is well-formed in every part (needs xmllint)', () => {
    for (const path of Object.keys(parts).filter((each) => /\.(xhtml|opf|xml)$/.test(each)))
      expect(answerOf('xmllint', ['--noout', '-'], parts[path])).toBe('');
  });

  it('leads only to what is in the book', () => {
    const pages = new Map(
      Object.keys(parts)
        .filter((path) => path.endsWith('.xhtml'))
        .map((path) => [path.replace('book/', ''), parseHTML(new TextDecoder().decode(parts[path])).document]),
    );
    let links = 0;
    for (const [path, page] of pages) {
      for (const link of page.querySelectorAll('a[href]')) {
        const href = link.getAttribute('href') ?? '';
        if (/^https?:/.test(href)) continue;
        const [name, id] = href.split('#');
        const target = pages.get(name === '' || name === undefined ? path : name);
        expect(target, href).toBeDefined();
        if (id !== undefined) expect(target?.getElementById(id)?.id).toBe(id);
        links++;
      }
    }
    expect(links).toBeGreaterThan(20);
  });

  it.skipIf(!isInstalled('pandoc'))('is read by pandoc with its chapters and words (needs pandoc)', () => {
    const text = answerOf('pandoc', ['-f', 'epub', '-t', 'plain', '--wrap=none', place]);
    for (const words of ['🕊️ Le sommet', 'لن نوقّع', '외무상', 'Koursk', 'disputed']) expect(text).toContain(words);
  });
});

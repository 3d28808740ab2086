/** The file is read by pandoc word by word; LibreOffice reads it in office.test.ts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { answerOf, isInstalled } from '../read-by-others';
import { hostile, trialBundle } from '../trial-bundle';
import { odtExporter } from './odt-exporter';

const bundle = trialBundle();
const [file] = odtExporter.write(bundle);
const bytes = file?.bytes ?? new Uint8Array();
const parts = unzipSync(bytes);
const folder = mkdtempSync(join(tmpdir(), 'odt-'));
const place = join(folder, 'a.odt');
writeFileSync(place, bytes);
afterAll(() => rmSync(folder, { recursive: true }));

describe('an OpenDocument text', () => {
  it('says at once what it is: the type is first and not packed', () => {
    expect(Buffer.from(bytes).toString('latin1', 30, 100)).toMatch(
      /^mimetypeapplication\/vnd\.oasis\.opendocument\.text/,
    );
    expect(bytes[8]).toBe(0);
  });

  it.skipIf(!isInstalled('pandoc'))(
    'is read by pandoc with headings, lists, tables and every word (needs pandoc)',
    () => {
      const markdown = answerOf('pandoc', ['-f', 'odt', '-t', 'markdown', '--wrap=none', place]);
      expect(markdown).toMatch(/^# .*Sommet 😀/m);
      expect(markdown).toMatch(/1\.\s+premier/);
      const plain = answerOf('pandoc', ['-f', 'odt', '-t', 'plain', '--wrap=none', place]).replace(/\s+/g, ' ');
      expect(plain).toContain(hostile);
      for (const words of ['Koursk', 'لن نوقّع', 'שלום 😀', '외무상(최선희)', 'हिन्दी']) expect(plain).toContain(words);
    },
  );

  it('opens and closes each annotation once', () => {
    const content = new TextDecoder().decode(parts['content.xml']);
    for (const annotation of bundle.annotations.filter(({ orphaned }) => !orphaned)) {
      expect(content.split(`<office:annotation office:name="${annotation.uid}">`)).toHaveLength(2);
      expect(content.split(`<office:annotation-end office:name="${annotation.uid}"/>`)).toHaveLength(2);
    }
  });

  it.skipIf(!isInstalled('xmllint'))('is well-formed in every part (needs xmllint)', () => {
    for (const path of Object.keys(parts).filter((each) => each.endsWith('.xml')))
      expect(answerOf('xmllint', ['--noout', '-'], parts[path])).toBe('');
  });
});

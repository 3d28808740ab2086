/** What every export format owes, checked over the registry: a new one is tested by being registered. */
import { describe, expect, it } from 'vitest';
import { bundleOf, sampleBundle } from './bundle-samples';
import { describeExporter } from './exporter';
import { exporters, findExporter } from './registry';

const digest = (files: Iterable<{ path: string; bytes: Uint8Array }>): string[] =>
  [...files].map(({ path, bytes }) => `${path} ${Buffer.from(bytes).toString('base64')}`);

describe('the export registry', () => {
  it('names each format once', () => {
    const ids = exporters.map((exporter) => exporter.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(findExporter(id)?.id).toBe(id);
    expect(findExporter('__proto__')).toBeUndefined();
  });

  for (const exporter of exporters) {
    describe(exporter.id, () => {
      it('says what it is in both languages, as plain data', () => {
        for (const wording of [exporter.label, exporter.description]) {
          expect(wording.en).not.toBe('');
          expect(wording.fr).not.toBe('');
        }
        expect(structuredClone(describeExporter(exporter))).toEqual(describeExporter(exporter));
      });

      it('takes an empty bundle and loses nothing of it', () => {
        const files = [...exporter.write(bundleOf({}))];
        expect(files.length).toBe(exporter.target === 'file' ? 1 : 0);
        expect(exporter.losses(bundleOf({}))).toEqual([]);
      });

      it('gives the same bytes for the same bundle', () => {
        expect(digest(exporter.write(sampleBundle()))).toEqual(digest(exporter.write(sampleBundle())));
      });

      it('writes each path once, inside the folder, safe on every system', () => {
        const paths = [...exporter.write(sampleBundle())].map((file) => file.path);
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
        for (const path of paths) {
          for (const part of path.split('/')) expect(part).toMatch(/^[^<>:"\\|?*#^%[\]\p{Cc}\p{Cf}]+$/u);
          expect(path).not.toMatch(/(^|\/)\.\.?(\/|$)|[. ](\/|$)|^\//);
          const isPicture = exporter.target === 'folder' && path.startsWith('assets/');
          expect(isPicture || path.endsWith(`.${exporter.extension}`)).toBe(true);
        }
      });

      it('counts what it loses without writing', () => {
        for (const loss of exporter.losses(sampleBundle())) {
          expect(loss.what).not.toBe('');
          expect(loss.count).toBeGreaterThan(0);
        }
      });

      it('gives the same bytes in pieces, where it can', () => {
        if (exporter.writePieces === undefined) return;
        const [whole] = [...exporter.write(sampleBundle())];
        expect(Buffer.concat([...exporter.writePieces(sampleBundle())])).toEqual(Buffer.from(whole?.bytes ?? []));
      });
    });
  }
});

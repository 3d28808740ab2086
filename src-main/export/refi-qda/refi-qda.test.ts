/**
 * The project and the codebook, held to the standard's schemas where they are at hand, and read back
 * by the steps another program takes: unzip, read the text, slice by code points.
 */
import { existsSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { sampleBundle } from '../bundle-samples';
import { answerOf, isInstalled } from '../read-by-others';
import { trialBundle } from '../trial-bundle';
import { codebookExporter } from './codebook-exporter';
import { projectExporter } from './project-exporter';

/** Folder of the standard's schemas, which are not part of this project. */
const schemas = process.env.POSTIL_REFI_SCHEMAS ?? '';
const validates = isInstalled('xmllint') && existsSync(schemas);

const bundle = trialBundle();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const partsOf = (choices?: Parameters<typeof projectExporter.write>[1], of = bundle) => {
  const [file] = projectExporter.write(of, choices);
  return unzipSync(file?.bytes ?? new Uint8Array());
};
const parts = partsOf();
const project = decoder.decode(parts['project.qde']);
const { document } = parseHTML(project);
const all = (selector: string) => [...document.querySelectorAll(selector)];

describe('a REFI-QDA project', () => {
  it('gives the passage when the text is sliced by code points', () => {
    let checked = 0;
    for (const source of all('TextSource')) {
      const path = (source.getAttribute('plainTextPath') ?? '').replace('internal://', 'sources/');
      const text = decoder.decode(parts[path]);
      expect(text.startsWith('\ufeff')).toBe(false);
      expect(text).not.toContain('\r');
      for (const selection of source.querySelectorAll('PlainTextSelection')) {
        const annotation = bundle.annotations.find(({ uid }) => uid === selection.getAttribute('guid'));
        const [start, end] = ['startPosition', 'endPosition'].map((name) => Number(selection.getAttribute(name)));
        expect([...text].slice(start, end).join('')).toBe(annotation?.selector.exact);
        checked++;
      }
    }
    expect(checked).toBe(7);
  });

  it('refers only to what is there', () => {
    const guids = new Set(all('[guid]').map((element) => element.getAttribute('guid')));
    for (const name of ['targetGUID', 'originGUID'])
      for (const element of all(`[${name}]`)) expect(guids).toContain(element.getAttribute(name));
    expect(guids.size).toBe(all('[guid]').length);
  });

  it('keeps its texts in a folder of lower case and names without the signs of paths', () => {
    expect(
      Object.keys(parts)
        .filter((path) => path !== 'project.qde')
        .every((path) => /^sources\/[0-9a-f-]{36}\.txt$/.test(path)),
    ).toBe(true);
    for (const selector of ['TextSource', 'Note', 'Code', 'Set']) {
      const names = all(selector).map((element) => element.getAttribute('name') ?? '');
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).not.toMatch(/[/\\:]/);
    }
  });

  it('codes passages by kind, choice and label, and keeps comments', () => {
    const first = all('PlainTextSelection').find((each) => each.getAttribute('guid') === bundle.annotations[0]?.uid);
    const codes = [...(first?.querySelectorAll('CodeRef') ?? [])].map((ref) =>
      all('Code')
        .find((code) => code.getAttribute('guid') === ref.getAttribute('targetGUID'))
        ?.getAttribute('name'),
    );
    expect(codes).toEqual(['Claim', 'Verdict - disputed', 'Confidence - low', 'bilan', '+1']);
    expect(first?.querySelector('Description')?.textContent).toContain('**Officieux**');
  });

  it('links passages, and says which links it can’t hold', () => {
    expect(all('Link').map((link) => link.getAttribute('name'))).toEqual([
      'contradicts',
      'happened in',
      'attributed to',
    ]);
    expect(projectExporter.losses(bundle)).toContainEqual({
      what: 'links whose other end is not in the selection',
      count: 1,
    });
    expect(projectExporter.losses(bundle)).toContainEqual({
      what: 'orphaned passages (written into a note)',
      count: 1,
    });
  });

  it('writes line ends as Windows has them when asked, positions unchanged', () => {
    const crlf = partsOf({ language: 'en', values: { lineEnds: ['crlf'] } });
    expect(decoder.decode(crlf['project.qde'])).toBe(project);
    const path = Object.keys(parts).find((each) => each.startsWith('sources/')) ?? '';
    expect(decoder.decode(crlf[path])).toBe(decoder.decode(parts[path]).replaceAll('\n', '\r\n'));
  });

  it.skipIf(!validates)('is valid by the standard’s schema (needs xmllint and POSTIL_REFI_SCHEMAS)', () => {
    for (const of of [bundle, sampleBundle()])
      expect(
        answerOf(
          'xmllint',
          ['--noout', '--schema', `${schemas}/Project-mrt2019.xsd`, '-'],
          partsOf(undefined, of)['project.qde'],
        ),
      ).toBe('');
  });
});

describe('a REFI-QDA codebook', () => {
  const [file] = codebookExporter.write(bundle);

  it('nests labels as they are nested', () => {
    const codes = parseHTML(decoder.decode(file?.bytes)).document;
    const nested = [...codes.querySelectorAll('Code')].find((code) => code.getAttribute('name') === 'Nord');
    expect(nested?.parentElement?.getAttribute('name')).toBe('Corée');
  });

  it.skipIf(!validates)('is valid by the standard’s schema (needs xmllint and POSTIL_REFI_SCHEMAS)', () => {
    expect(answerOf('xmllint', ['--noout', '--schema', `${schemas}/Codebook-extracted.xsd`, '-'], file?.bytes)).toBe(
      '',
    );
  });
});

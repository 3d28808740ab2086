/** The page shows claims, events and hashes; its data is inert and complete. Reading it back is proven with the importer, in the command line's tests. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { trialBundle } from '../trial-bundle';
import { evidenceExporter } from './evidence-exporter';

const bundle = trialBundle();
const [file] = evidenceExporter.write(bundle);
const { document } = parseHTML(new TextDecoder().decode(file?.bytes));
const rowsOf = (id: string): readonly (readonly string[])[] =>
  [...document.querySelectorAll(`#${id} tbody tr`)].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
  );

describe('an evidence pack', () => {
  it('lists claims with who says them, their verdict and their evidence', () => {
    const [first] = rowsOf('claims');
    expect(first?.slice(0, 3)).toEqual(['quasiment 600 militaires', '=Séoul', 'disputed']);
    expect(first?.[3]).toContain('contradicts “لن نوقّع”');
    expect([...document.querySelectorAll('#speakers h3')].map((each) => each.textContent)).toEqual([
      '=Séoul',
      'not named',
    ]);
  });

  it('lists events by date', () => {
    expect(rowsOf('events').map(([date]) => date)).toEqual(['December 2024', 'December 2024? – 2025']);
  });

  it('names each original by its SHA-256', () => {
    expect(rowsOf('originals').map((row) => row.at(-1))).toEqual(
      bundle.documents.flatMap(({ originals }) => originals.map(({ sha256 }) => sha256)),
    );
  });

  it('holds records any program can read, in data that runs nowhere', () => {
    const scripts = [...document.querySelectorAll('script')];
    expect(scripts.map((script) => script.getAttribute('type'))).toEqual(['application/json']);
    const data = JSON.parse(scripts[0]?.textContent ?? '');
    expect(data.annotations).toEqual(JSON.parse(JSON.stringify(bundle.annotations)));
    expect(data.documents.map(({ text }: { text: string }) => text)).toEqual(bundle.documents.map(({ text }) => text));
  });

  it('leads nowhere that is not there', () => {
    for (const link of document.querySelectorAll('a[href^="#"]'))
      expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull();
  });
});

/** What an evidence pack holds comes back as the archive it was made of; a page that was changed is refused. */

import { sampleBundle } from '@main/export/bundle-samples';
import { evidenceExporter } from '@main/export/evidence/evidence-exporter';
import { nativeExporter } from '@main/export/native-exporter';
import { trialBundle } from '@main/export/trial-bundle';
import { parseFile } from '@main/import/parse-file';
import { describe, expect, it } from 'vitest';

const read = async (name: string, bytes: Uint8Array) => {
  const outcome = await parseFile({ name, bytes });
  if (!outcome.ok) return outcome.error.code;
  return outcome.value.holds === 'archive' ? outcome.value.bundle : 'documents';
};

describe('an evidence pack', () => {
  for (const bundle of [sampleBundle(), trialBundle()]) {
    it('brings back what the native archive brings back, whatever the file is called', async () => {
      const [pack] = evidenceExporter.write(bundle);
      const [native] = nativeExporter.write(bundle);
      const bytes = pack?.bytes ?? new Uint8Array();
      const expected = await read('a.postil.zip', native?.bytes ?? new Uint8Array());
      expect(expected).toMatchObject({ annotations: bundle.annotations });
      for (const name of ['pack.postil.html', 'renamed.html', 'noname'])
        expect(await read(name, bytes)).toEqual(expected);
    });
  }

  it('is refused when its data was changed or cut', async () => {
    const [pack] = evidenceExporter.write(trialBundle());
    const page = new TextDecoder().decode(pack?.bytes);
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    const changed = page.replace(
      /("data":"[^"]{40})./,
      (_all, start: string) => `${start}${page.includes(`${start}A`) ? 'B' : 'A'}`,
    );
    expect(changed).not.toBe(page);
    for (const broken of [changed, page.slice(0, -200), page.replace('"version":1', '"version":9')])
      expect(await read('a.postil.html', encode(broken))).toBe('import/broken');
  });

  it('leaves ordinary pages to the importer of pages', async () => {
    expect(await read('a.html', new TextEncoder().encode('<p>Un mot sur « Postil evidence pack ».</p>'))).toBe(
      'documents',
    );
  });
});

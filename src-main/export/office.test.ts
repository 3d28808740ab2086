/** LibreOffice opens what was written for it; each program is started once, which takes seconds. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { docxExporter } from './docx/docx-exporter';
import type { Exporter } from './exporter';
import { odtExporter } from './odt/odt-exporter';
import { answerOf, isInstalled } from './read-by-others';
import { xlsxExporter } from './tables/xlsx-exporter';
import { picture, trialBundle } from './trial-bundle';

const folder = mkdtempSync(join(tmpdir(), 'office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What LibreOffice makes of a file in another format. */
function converted(exporter: Exporter, to: string, extension: string): string {
  const [file] = exporter.write(trialBundle());
  const place = join(folder, `a.${exporter.extension}`);
  writeFileSync(place, file?.bytes ?? '');
  answerOf('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    to,
    '--outdir',
    folder,
    place,
  ]);
  return readFileSync(join(folder, `a.${extension}`), 'utf8');
}

const writer = isInstalled('soffice') && existsSync('/usr/lib/libreoffice/program/libswlo.so');
const calc = isInstalled('soffice') && existsSync('/usr/lib/libreoffice/program/libsclo.so');

describe('LibreOffice', { timeout: 180_000 }, () => {
  for (const exporter of [docxExporter, odtExporter]) {
    it.skipIf(!writer)(`reads ${exporter.id} with its words, comments and picture (needs LibreOffice Writer)`, () => {
      const flat = converted(exporter, 'fodt', 'fodt');
      for (const words of ['Koursk', 'لن نوقّع', '외무상(최선희)', 'disputed']) expect(flat).toContain(words);
      expect(flat.match(/<office:annotation /g)).toHaveLength(7);
      expect(flat.match(/<office:annotation-end /g)).toHaveLength(7);
      expect(flat).toContain(`<office:binary-data>${Buffer.from(picture.bytes).toString('base64').slice(0, 60)}`);
      expect(flat).toMatch(/<svg:(desc|title)>Le pont 🕊️ \[1\] (&quot;|")nord(&quot;|")</);
    });
  }

  it.skipIf(!calc)('reads the workbook and computes nothing (needs LibreOffice Calc)', () => {
    const table = converted(xlsxExporter, 'csv:Text - txt - csv (StarCalc):44,34,76', 'csv');
    for (const words of ['외무상(최선희)', '=Séoul']) expect(table).toContain(words);
  });
});

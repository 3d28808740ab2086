/** D1–D4: what an export must not do: run as a formula, leave its folder, become markup, or spoil the old file. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { openArchive } from '@main/archive/open';
import { exporters } from '@main/export/registry';
import { parseFile } from '@main/import/parse-file';
import { createServices } from '@main/services/services';
import type { Services } from '@main/services/services-api';
import { Failure } from '@shared/outcome/outcome';
import { smallDisk } from '../disks';
import { type Bench, type Row, Tally } from '../row';
import { archiveIn, article } from '../small-archive';

const titles = [
  '../../../harmed',
  '..',
  '.',
  '/etc/harmed',
  'C:\\harmed',
  '\\\\server\\share',
  'CON',
  'nul.md',
  'a\u0000b',
  'a/b',
  '.hidden',
  '-rf',
  '~',
  'x'.repeat(1000),
  '북'.repeat(300),
  'a\u202egpj.exe',
  'a:b|c?d*e"f<g>',
  'trailing. ',
  '',
  ' ',
  '%2e%2e%2f',
  '[[link]]',
  '# heading',
  '$(touch harmed)',
  '`touch harmed`',
] as const;

const markup = [
  '<script>harm()</script>',
  '<img src=x onerror=harm()>',
  '[a](javascript:harm())',
  '![a](https://img.example.invalid/x.png)',
  '```\n</code><script>',
  '--- \n',
  '{{ harm }}',
  '=HYPERLINK("https://x.example.invalid","a")',
  '+1+1',
  '-1',
  '@SUM(1)',
  '\t=1',
  '<!--',
  ']]>',
  '\\',
  '<?php ?>',
  '<%= 1 %>',
  '\\input{/etc/passwd}',
  '[^1]: x',
  '$$x$$',
  '[[other]]',
] as const;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Every title with every markup for its text, its comment and its labels. */
function hostileArchive({ quickFolder }: Bench): string {
  return archiveIn(quickFolder(), (archive) => {
    for (const [index, title] of titles.entries()) {
      const piece = markup[index % markup.length] ?? '';
      const { uid } = archive.insertImported(article(title, `Avant ${piece} après`, ...markup), null);
      const { text } = archive.openDocument({ uid }).document;
      archive.annotate({
        document: uid,
        start: 0,
        end: text.length,
        exact: text,
        kind: 'claim',
        comment: markup.join('\n\n'),
        labels: [...markup.slice(0, 10)],
      });
    }
  });
}

/** What in exported Markdown would run or load where Markdown is shown with its HTML. */
function liveMarkup(markdown: string): readonly string[] {
  const outsideCode = markdown
    .replaceAll(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1`*\s*$/gm, '')
    .replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
  const withoutFrontMatter = outsideCode.replace(/^---\n[\s\S]*?\n---\n/, '');
  return [
    ...withoutFrontMatter.matchAll(
      /(?<!\\)<(script|img|iframe|svg|!--|\?php)|(?<!\\)\]\(\s*javascript:|(?<!\\)!\[[^\]]*\]\(https?:/gi,
    ),
  ].map(([found]) => found);
}

/** A format that Chromium prints is printed of the page that another writes. */
const written = exporters.filter(({ needs }) => needs === 'nothing');

async function exportsAreInert(tally: Tally, bench: Bench): Promise<void> {
  const archive = openArchive(hostileArchive(bench));
  const services = createServices({ archive, parse: parseFile, samplesFolder: '' });
  for (const { id, target, extension } of written) {
    const outer = bench.quickFolder();
    const chosen = join(outer, 'chosen');
    mkdirSync(chosen);
    const path = target === 'file' ? join(chosen, `all.${extension}`) : chosen;
    const report = await services.exportTo(id, { take: 'all' }, path);
    tally.ran(titles.length);
    const outside = filesIn(outer).filter((file) => relative(chosen, file).startsWith('..'));
    tally.expect(outside.length === 0, `${id} wrote ${outside[0]} outside`);
    const inside = filesIn(chosen);
    tally.expect(inside.length === report.files, `${id} wrote ${inside.length} files and says ${report.files}`);
    for (const file of inside) {
      const name = basename(file);
      const odd = /[<>:"|?*\\]|^[.\-~]|[. ]$|^(con|nul|prn|aux)(\.|$)/i.test(name) || Buffer.byteLength(name) > 255;
      tally.expect(
        !odd && name.isWellFormed() && !/\p{Cc}|\p{Cf}/u.test(name),
        `${id} made a file called ${JSON.stringify(name)}`,
      );
      if (!name.endsWith('.md')) continue;
      const live = liveMarkup(readFileSync(file, 'utf8'));
      tally.expect(live.length === 0, `${id}: ${live[0]} is alive in ${name.slice(0, 30)}`);
    }
  }
  archive.close();
}

/** Bytes a format takes where there is room, in all its files. */
async function sizeOfExport(
  bench: Bench,
  services: Services,
  id: string,
  target: 'file' | 'folder',
  extension: string,
): Promise<number> {
  const folder = bench.quickFolder();
  await services.exportTo(id, { take: 'all' }, target === 'file' ? join(folder, `all.${extension}`) : folder);
  return filesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0);
}

/** An export that fails for want of room must leave the file that was there. */
async function oldFileStays(tally: Tally, bench: Bench): Promise<void> {
  const disk = smallDisk(bench, 1);
  const path = archiveIn(bench.quickFolder(), (archive) => {
    for (let number = 0; number < 8; number++) {
      const original = { bytes: bench.random.bytes(300_000), fileName: 'a.pdf', mediaType: 'application/pdf' };
      // Noise that packs to no less than its half, in each part of a document that some format writes.
      const noise = (): string => bench.random.bytes(200_000).toString('hex');
      const plain = article(`T${number}`, noise());
      const metadata = { ...plain.metadata, description: noise() };
      const annotations = [{ start: 0, end: 40, kind: 'claim', comment: noise() }] as const;
      archive.insertImported({ ...plain, metadata, annotations }, original);
    }
  });
  const archive = openArchive(path);
  const services = createServices({ archive, parse: parseFile, samplesFolder: '' });
  for (const { id, target, extension } of written) {
    // A list of codes fits even on this disk.
    if ((await sizeOfExport(bench, services, id, target, extension)) < 1_048_576) continue;
    const folder = join(disk.folder, id);
    mkdirSync(folder);
    const file = join(folder, target === 'file' ? `all.${extension}` : `T0.${extension}`);
    writeFileSync(file, 'the old one');
    let code = 'none';
    try {
      await services.exportTo(id, { take: 'all' }, target === 'file' ? file : folder);
    } catch (error) {
      code = error instanceof Failure ? error.data.code : String(error);
    }
    tally.ran();
    tally.expect(code === 'export/cannot-write', `${id} on a full disk ended in “${code}”`);
    if (!existsSync(file)) tally.lost(`the old file of ${id}`);
    const now = readFileSync(file, 'utf8');
    const whole = now === 'the old one' || (target === 'folder' && now.length > 200_000);
    tally.expect(whole, `the old file of ${id} holds ${statSync(file).size} bytes`);
    tally.expect(
      filesIn(folder).every((one) => !one.endsWith('.part')),
      `${id} left an unfinished file`,
    );
    for (const left of filesIn(folder)) writeFileSync(left, '');
  }
  archive.close();
}

export const hostileExports: Row = {
  id: 'D1–D4',
  name: 'formulas, file names, markup, failure, in every export',
  times: { long: 3, short: 1 },
  run: async (times, bench) => {
    const tally = new Tally();
    for (let run = 0; run < times; run++) {
      await exportsAreInert(tally, bench);
      await oldFileStays(tally, bench);
    }
    const raw = liveMarkup(markup.join('\n\n'));
    tally.control(raw.length >= 4, `the same words unescaped: ${raw.length} alive`);
    return tally.result(hostileExports);
  },
};

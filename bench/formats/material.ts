/** The files that are read: real ones of the machine, and those our own exporters and pandoc write. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createArchive, openArchive } from '@main/archive/open';
import { exporters } from '@main/export/registry';
import { parseFile } from '@main/import/parse-file';
import { defaultChoices } from '@shared/contract/export-choices';
import { textOf } from '@shared/text/canonical-text';
import type { Corpus } from '../corpus';

export interface Material {
  readonly format: string;
  readonly origin: string;
  readonly files: readonly string[];
  readonly bytes: number;
}

const mostFiles = 40;
const passagesEach = 6;

const materialOf = (format: string, origin: string, files: readonly string[]): readonly Material[] =>
  files.length === 0
    ? []
    : [{ format, origin, files, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) }];

/** An archive with the corpus, some passages in each article. */
export async function fillArchive(file: string, corpus: Corpus): Promise<void> {
  const archive = createArchive(file);
  try {
    for (const name of corpus.files) {
      const outcome = await parseFile({ name, bytes: readFileSync(name) });
      if (!outcome.ok || outcome.value.holds !== 'documents') throw new Error(`${name} is no document`);
      for (const document of outcome.value.documents) {
        const { length } = textOf(document.body);
        const annotations = Array.from({ length: passagesEach }, (_, index) => {
          const start = Math.floor((length * index) / passagesEach);
          return { start, end: start + 60, kind: 'claim' as const, comment: `Comment ${index}` };
        });
        archive.insertImported({ ...document, annotations }, null);
      }
    }
  } finally {
    archive.close();
  }
}

/** PDF, HTML and EPUB files of Debian's packages, the middle-sized ones. */
export function realFiles(folder: string, notes: string[]): readonly Material[] {
  const root = '/usr/share/doc';
  const found = listed(root);
  mkdirSync(folder, { recursive: true });
  const material = ['pdf', 'html', 'epub'].flatMap((ending) => {
    const names = found.filter((name) => name.endsWith(`.${ending}`) || name.endsWith(`.${ending}.gz`));
    const files = names.flatMap((name, index) => {
      const bytes = name.endsWith('.gz') ? gunzipSync(readFileSync(name)) : readFileSync(name);
      if (bytes.length < 4096 || bytes.length > 8_388_608) return [];
      const copy = path.join(folder, `${index}.${ending}`);
      writeFileSync(copy, bytes);
      return [copy];
    });
    return materialOf(ending, 'Debian documentation', files.slice(0, mostFiles));
  });
  if (material.length === 0) notes.push(`${root} holds no PDF, HTML or EPUB files, so only written ones were read.`);
  return material;
}

function listed(root: string): readonly string[] {
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Exporters whose files hold one article each, by the importer that reads them. */
const singly = { docx: 'docx', odt: 'odt', epub: 'epub', html: 'html', markdown: 'markdown', text: 'text' } as const;
/** Those whose one file holds all. */
const together = {
  ris: 'ris',
  bibtex: 'bibtex',
  'csl-json': 'csl-json',
  'refi-project': 'refi-project',
  native: 'native',
} as const;

/** Files of the archive in every format that has both directions. */
export async function writtenFiles(archivePath: string, folder: string, notes: string[]): Promise<readonly Material[]> {
  const archive = openArchive(archivePath);
  try {
    const all = archive.readBundle({ take: 'all' }, 0).documents.map(({ uid }) => uid);
    const written = (id: string, selections: Parameters<typeof archive.readBundle>[0][]): readonly string[] => {
      const exporter = exporters.find((one) => one.id === id);
      if (exporter === undefined) {
        notes.push(`There is no exporter “${id}”.`);
        return [];
      }
      const into = path.join(folder, 'in', id);
      mkdirSync(into, { recursive: true });
      return selections.flatMap((selection, index) => {
        const [file] = exporter.write(archive.readBundle(selection, 0), defaultChoices);
        if (file === undefined) return [];
        const name = path.join(into, `${index}.${exporter.extension}`);
        writeFileSync(name, file.bytes);
        return [name];
      });
    };
    const one = all.slice(0, mostFiles).map((uid) => ({ take: 'documents' as const, documents: [uid] }));
    const single = Object.entries(singly).flatMap(([id, format]) =>
      materialOf(format, 'written by Postil', written(id, one)),
    );
    const whole = Object.entries(together).flatMap(([id, format]) =>
      materialOf(format, 'written by Postil', written(id, [{ take: 'all' }])),
    );
    const html = single.find(({ format }) => format === 'html')?.files ?? [];
    return [
      ...single,
      ...whole,
      ...materialOf('rtf', 'written by pandoc', byPandoc(html, path.join(folder, 'in'), notes)),
    ];
  } finally {
    archive.close();
  }
}

function byPandoc(files: readonly string[], folder: string, notes: string[]): readonly string[] {
  const into = path.join(folder, 'rtf');
  mkdirSync(into, { recursive: true });
  const made = files.flatMap((file, index) => {
    const name = path.join(into, `${index}.rtf`);
    return spawnSync('pandoc', ['-s', '-f', 'html', '-t', 'rtf', '-o', name, file]).status === 0 ? [name] : [];
  });
  if (made.length === 0) notes.push('pandoc is not installed, so no RTF files were made.');
  return made;
}

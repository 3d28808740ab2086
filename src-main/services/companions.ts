/**
 * The folder a browser saves beside a page ("Article_files" beside "Article.html"): which
 * it is, and reading in it, and only in it.
 */
import { basename, dirname, join } from 'node:path';
import type { FileToRead } from '../import/importer';
import { treeReader } from './folder-tree';
import { readInside } from './read-inside';

/** What browsers put behind the page's name, in the languages they speak here, and what Internet Explorer did. */
const endings = [
  '_files',
  '_fichiers',
  '.files',
  '-Dateien',
  '_archivos',
  '_arquivos',
  '_bestanden',
  '_pliki',
  '_soubory',
];

const pageName = /\.(?:x?html?)$/i;
const markdownName = /\.(?:md|markdown)$/i;

/** Names a page's folder may have; none for a file that is no page. */
export function companionFolders(path: string): readonly string[] {
  const name = basename(path);
  if (!pageName.test(name)) return [];
  const stem = name.replace(pageName, '');
  return stem === '' ? [] : endings.map((ending) => stem + ending);
}

/**
 * Reads files of the folder that belongs to the page at `path`; undefined when it is no page.
 * The folder is looked for by the page's name, so no page can have another one read. What is
 * not a plain file of bearable size inside of it is answered with null, links included.
 */
export function companionReader(path: string): ((relative: string) => Uint8Array | null) | undefined {
  const folders = new Set(companionFolders(path).map((folder) => folder.normalize('NFC')));
  if (folders.size === 0) return undefined;
  return (relative) => {
    const segments = relative.split('/');
    const [folder = ''] = segments;
    if (segments.length < 2 || !segments.every(isPlainName) || !folders.has(folder.normalize('NFC'))) return null;
    try {
      return readInside(join(dirname(path), folder), join(...segments.slice(1)));
    } catch {
      // it is not there, or not to be read: the picture counts as one that did not come with the page
      return null;
    }
  };
}

/** A name that stays where it is: no way up, no other drive or stream, nothing a system hides. */
const isPlainName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[\\:\p{Cc}]/u.test(name) && name.length <= 255;

/** A file as importers read it: with what lies beside it, when it is a page or a Markdown text on this disk. */
export function withCompanions({
  name,
  bytes,
  path,
  root,
}: FileToRead & { readonly path?: string; readonly root?: string }): FileToRead {
  const companion =
    path === undefined
      ? undefined
      : markdownName.test(path)
        ? treeReader(path, root ?? dirname(path))
        : companionReader(path);
  return { name, bytes, ...(companion === undefined ? {} : { companion }) };
}

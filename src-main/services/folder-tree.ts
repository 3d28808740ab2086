/**
 * The folder a Markdown file was taken from: what it names by its path, or by its name alone as
 * note programs do (Obsidian's embeds, Joplin's resources). Nothing outside of that folder is read.
 */
import { readdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { readInside } from './read-inside';

/** Files of a tree that are looked through for a name. */
const mostFiles = 50_000;
/** How long a tree is taken to be as it was, in milliseconds: an import reads its files in a row. */
const treeLastsMs = 10_000;

/** Files of a tree by their name in lower case, the first of each; also without their ending. */
type Tree = ReadonlyMap<string, string>;
let lastTree: { readonly root: string; readonly readAtMs: number; readonly tree: Tree } | null = null;

/**
 * Reads what a Markdown file at `path` names; null for what is not there, or outside of `root`.
 *
 * @param root the folder that was picked; without one, the file's own
 */
export function treeReader(path: string, root: string): (named: string) => Uint8Array | null {
  return (named) => {
    if (named === '' || /[\p{Cc}]/u.test(named) || isAbsolute(named)) return null;
    const places = [join(dirname(path), named), join(root, named)];
    for (const place of places) {
      const bytes = readAt(root, place);
      if (bytes !== null) return bytes;
    }
    const found = named.includes('/') && !named.startsWith(':/') ? undefined : treeOf(root).get(nameIn(named));
    return found === undefined ? null : readAt(root, found);
  };
}

/** `:/0123…` is a resource of Joplin's, by its id. */
const nameIn = (named: string): string => named.replace(/^:\//, '').normalize('NFC').toLowerCase();

function readAt(root: string, place: string): Uint8Array | null {
  const inside = relative(root, place);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  try {
    return statSync(place).isFile() ? readInside(root, inside) : null;
  } catch {
    // it is not there, or not to be read: the picture counts as one that did not come with the file
    return null;
  }
}

function treeOf(root: string): Tree {
  const now = Date.now();
  if (lastTree === null || lastTree.root !== root || now - lastTree.readAtMs > treeLastsMs)
    lastTree = { root, readAtMs: now, tree: readTree(root) };
  return lastTree.tree;
}

function readTree(root: string): Tree {
  const tree = new Map<string, string>();
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined && tree.size < mostFiles; folder = folders.pop()) {
    for (const entry of entriesOf(folder)) {
      const place = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(place);
      if (!entry.isFile()) continue;
      const name = entry.name.normalize('NFC').toLowerCase();
      for (const key of [name, name.replace(/\.[^.]+$/, '')]) if (!tree.has(key)) tree.set(key, place);
    }
  }
  return tree;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  } catch {
    // a folder that may not be read holds nothing for us
    return [];
  }
}

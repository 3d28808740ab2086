/** Which file an address of the app's own scheme names. Pure; what serves it is app-protocol.ts. */
import { extname, join, sep } from 'node:path';
import { appOrigin } from './content-policy';

/** The file an address of ours names, or null when it names none inside the folder. */
export function fileOf(address: string, folder: string): string | null {
  if (!address.startsWith(`${appOrigin}/`)) return null;
  // The address is normalised by URL: no dots are left, but escapes and backslashes may be.
  const { pathname } = new URL(address);
  if (/[\\\0]|%2f|%5c|%00/i.test(pathname)) return null;
  const name = decoded(pathname);
  if (name === null) return null;
  const path = join(folder, name === '/' ? 'index.html' : name);
  return path.startsWith(folder + sep) ? path : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A broken escape names no file.
    return null;
  }
}

/** The media type a file is served with; null for what no page of ours uses. */
export const contentTypeOf = (path: string): string | null => contentTypes[extname(path)] ?? null;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

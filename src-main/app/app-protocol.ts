/**
 * The scheme `app://postil/`: the built renderer's files and nothing else. Replaces
 * `file:`, which would let a page reach the whole disk.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { appOrigin, pageHeaders } from './content-policy';

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves a folder under the scheme in a session. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', async ({ method, url }) => {
    const path = method === 'GET' ? fileOf(url, folder) : null;
    const contentType = path === null ? undefined : contentTypes[extname(path)];
    if (path === null || contentType === undefined) return new Response(null, { status: 404 });
    try {
      return new Response(await readFile(path), { headers: pageHeaders(contentType) });
    } catch {
      // Not one of our files; what is not built is not there.
      return new Response(null, { status: 404 });
    }
  });
}

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

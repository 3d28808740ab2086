// Unpacks one folder of a zip, file modes kept, unwanted entries passed over without being read.
// Uses yauzl, which the app itself depends on, so no system program is needed; loaded late, since set-up installs it.
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

/**
 * Unpacks what lies under `within` into `folder`.
 * @param choose `skip(path)` leaves an entry out; `rename(path)` gives its path in `folder`. Paths are relative to `within`.
 */
export async function unzip(file, folder, { within, skip, rename }) {
  const { default: yauzl } = await import('yauzl');
  const zip = await promisify(yauzl.open)(file, { lazyEntries: true, autoClose: false });
  const open = promisify(zip.openReadStream.bind(zip));
  try {
    for await (const entry of entriesOf(zip)) {
      const path = entry.fileName.slice(within.length);
      const isWanted = entry.fileName.startsWith(within) && path !== '' && !path.endsWith('/') && !skip(path);
      if (!isWanted) continue;
      const target = join(folder, rename(path));
      mkdirSync(dirname(target), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
      await pipeline(await open(entry), createWriteStream(target, { mode }));
    }
  } finally {
    zip.close();
  }
}

async function* entriesOf(zip) {
  while (true) {
    const entry = await new Promise((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('end', () => resolve(null));
      zip.once('error', reject);
      zip.readEntry();
    }).finally(() => {
      zip.removeAllListeners('entry');
      zip.removeAllListeners('end');
      zip.removeAllListeners('error');
    });
    if (!entry) return;
    yield entry;
  }
}

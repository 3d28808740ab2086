/** Pictures of office files and e-books: taken out of the zip before the text is walked, each once. */
import type { AssetCollector } from './asset-collector';
import { decodePercent } from './decode-percent';
import type { TakenPicture } from './html-pictures';
import type { OfficeZip } from './office-zip';

/** Takes the pictures of one file; a path that was asked for before costs nothing. */
export class OfficePictures {
  readonly #zip: OfficeZip;
  readonly #collector: AssetCollector;
  readonly #taken = new Map<string, TakenPicture>();

  constructor(zip: OfficeZip, collector: AssetCollector) {
    this.#zip = zip;
    this.#collector = collector;
  }

  /** @param path - in the zip; null for a picture that is not in the file. @throws Failure `import/broken` */
  async take(path: string | null): Promise<TakenPicture> {
    const known = path === null ? undefined : this.#taken.get(path);
    if (known !== undefined) return known;
    const bytes = path !== null && this.#zip.has(path) ? await this.#zip.bytes(path) : null;
    const collected = this.#collector.add(bytes);
    const taken = collected.kept ? collected.sha256 : collected.reason === 'pixel' ? 'none' : null;
    if (path !== null) this.#taken.set(path, taken);
    return taken;
  }
}

/** A path relative to a folder of the zip, with `..` and escapes resolved. */
export function inFolder(folder: string, href: string): string {
  const url = new URL(href.replace(/#.*$/, ''), `zip:///${folder.split('/').map(encodeURIComponent).join('/')}`);
  return decodePercent(url.pathname.replace(/^\/+/, ''));
}

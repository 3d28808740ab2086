/** What lies beside a Markdown file: pictures it shows, and the files Postil wrote with it, which name their ids. */
import type { Mention } from '@shared/model/block';
import { annotationUid, type DocumentUid, documentUid, isUid } from '@shared/model/ids';
import { decodeDataAddress } from './embedded-data';
import { companionPath } from './html-pictures';
import type { FileToRead } from './importer';
import { wikiAddress } from './markdown-tokens';

/** A file of Postil's says its id in the first lines. */
const headBytes = 8_192;

export class MarkdownNeighbours {
  readonly #file: FileToRead;
  readonly #documents = new Map<string, DocumentUid | null>();

  constructor(file: FileToRead) {
    this.#file = file;
  }

  /** A picture's bytes: inside of the text, or beside the file; never from elsewhere. */
  picture(address: string): Uint8Array | null {
    if (address.startsWith(wikiAddress)) return this.#beside(address.slice(wikiAddress.length));
    const path = companionPath(address);
    return decodeDataAddress(address) ?? (path === null ? null : this.#beside(path));
  }

  /** The passage or document that a link between files of one export leads to. */
  mentioned(address: string): Mention['target'] | null {
    const [file = '', anchor = ''] = address.split('#');
    const passage = anchor.replace(/^\^/, '');
    if (isUid(passage)) return { annotation: annotationUid(passage) };
    const document = anchor === '' ? this.document(address) : null;
    return document === null || file === '' ? null : { document };
  }

  /** The document a file of the same export holds; null for any other file. */
  document(address: string): DocumentUid | null {
    const [file = ''] = address.split('#');
    const path = file.startsWith(wikiAddress) ? `${file.slice(wikiAddress.length)}.md` : companionPath(file);
    if (path === null || !path.endsWith('.md')) return null;
    const known = this.#documents.get(path);
    if (known !== undefined) return known;
    const bytes = this.#beside(path);
    const head = bytes === null ? '' : new TextDecoder().decode(bytes.subarray(0, headBytes));
    const front = /^---\n[\s\S]*?\n---\n/.exec(head.replaceAll('\r\n', '\n'))?.[0] ?? '';
    const uid = /^uid: *"?([0-9a-f-]{36})"? *$/m.exec(front)?.[1] ?? '';
    const found = isUid(uid) && /^exported:/m.test(front) ? documentUid(uid) : null;
    this.#documents.set(path, found);
    return found;
  }

  #beside(path: string): Uint8Array | null {
    return this.#file.companion?.(path) ?? null;
  }
}

/**
 * MIME messages (RFC 2045–2049) as a tree of parts: what e-mails and saved web archives
 * are made of. Bounded in depth and number of parts; a part that is broken is read as far
 * as it goes.
 */
import { decodePercent } from '../decode-percent';
import { decodeText } from '../decode-text';

export interface MimePart {
  /** Names in lower case; the first of each, unfolded, still encoded. */
  readonly headers: ReadonlyMap<string, string>;
  /** "text/html", lower case. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Content with its transfer encoding undone; empty for a part made of parts. */
  readonly bytes: Uint8Array;
  readonly parts: readonly MimePart[];
}

const maxDepth = 30;
const maxParts = 10_000;

/** Bytes as one character each, so that text and binary parts are cut alike. */
const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Reads a message, its headers first. */
export function parseMime(bytes: Uint8Array): MimePart {
  return readPart(latin1(bytes), 0, { parts: 0 });
}

function readPart(source: string, depth: number, count: { parts: number }): MimePart {
  const gap = /\r?\n\r?\n|^\r?\n/.exec(source);
  const headers = headersOf(gap ? source.slice(0, gap.index) : source);
  const content = gap ? source.slice(gap.index + gap[0].length) : '';
  const { value, parameters } = headerValue(headers.get('content-type') ?? 'text/plain');
  const boundary = parameters.get('boundary');
  const type = value.toLowerCase();
  if (!type.startsWith('multipart/') || boundary === undefined || depth >= maxDepth)
    return { headers, type, parameters, bytes: transferred(content, headers), parts: [] };
  const parts: MimePart[] = [];
  for (const piece of piecesOf(content, boundary)) {
    if (++count.parts > maxParts) break;
    parts.push(readPart(piece, depth + 1, count));
  }
  return { headers, type, parameters, bytes: new Uint8Array(), parts };
}

/** What stands between the lines of a boundary. */
function piecesOf(content: string, boundary: string): readonly string[] {
  const line = new RegExp(
    `(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`,
    'g',
  );
  const pieces: string[] = [];
  let from = -1;
  for (const match of content.matchAll(line)) {
    if (from !== -1) pieces.push(content.slice(from, match.index));
    from = match[1] === undefined ? match.index + match[0].length : -1;
    if (match[1] !== undefined) break;
  }
  // a message cut short ends without its last line
  if (from !== -1) pieces.push(content.slice(from));
  return pieces.map((piece) => piece.replace(/^\r?\n/, ''));
}

function headersOf(block: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]{1,80}):[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== undefined && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value ?? '');
  }
  return headers;
}

/** A header's value and parameters: `text/html; charset="utf-8"`, also split and encoded ones (RFC 2231). */
export function headerValue(header: string): {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
} {
  const parameters = new Map<string, string>();
  for (const [, name, quoted, bare] of header.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s;]*))/g)) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
    const [, key = '', encoded] = /^([\w-]+?)(?:\*\d+)?(\*)?$/.exec(name ?? '') ?? [];
    const text = encoded === undefined ? value : percentDecoded(value.replace(/^[^']*'[^']*'/, ''));
    parameters.set(key.toLowerCase(), (parameters.get(key.toLowerCase()) ?? '') + text);
  }
  return { value: header.split(';', 1)[0]?.trim() ?? '', parameters };
}

function percentDecoded(text: string): string {
  const bytes = Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  return bytes.toString('utf8');
}

function transferred(content: string, headers: ReadonlyMap<string, string>): Uint8Array {
  switch ((headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(content.replace(/[^A-Za-z0-9+/]/g, ''), 'base64');
    case 'quoted-printable':
      return bytesOf(quotedPrintable(content));
    default:
      return bytesOf(content);
  }
}

function quotedPrintable(text: string): string {
  return text
    .replace(/[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A header as a person reads it: encoded words (RFC 2047) and raw UTF-8 decoded. */
export async function readableHeader(part: MimePart, name: string): Promise<string> {
  const raw = (part.headers.get(name) ?? '').replace(/(\?=)\s+(=\?)/g, '$1$2');
  let text = '';
  let from = 0;
  for (const match of raw.matchAll(/=\?([\w.:-]+?)(?:\*[\w-]+)?\?([bq])\?([^?]*)\?=/gi)) {
    text += await decoded(raw.slice(from, match.index), 'utf-8');
    const [whole, charset = '', way = '', content = ''] = match;
    const source =
      way.toLowerCase() === 'b'
        ? Buffer.from(content, 'base64').toString('latin1')
        : quotedPrintable(content.replace(/_/g, ' '));
    text += await decoded(source, charset);
    from = match.index + whole.length;
  }
  return (text + (await decoded(raw.slice(from), 'utf-8'))).replace(/\s+/g, ' ').trim();
}

const decoded = async (source: string, charset: string): Promise<string> =>
  source === '' ? '' : (await decodeText(bytesOf(source), charset)).text;

/** All parts that hold content, in order. */
export function leafParts(part: MimePart): readonly MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leafParts);
}

/**
 * Finds a part's content by the address a page names it with: `cid:` and its id, or its location.
 *
 * @param base - address the page's own are relative to, or empty
 */
export function partFinder(message: MimePart, base = ''): (address: string) => Uint8Array | null {
  const parts = new Map<string, MimePart>();
  for (const part of leafParts(message)) {
    const id = part.headers.get('content-id')?.trim().replace(/^<|>$/g, '');
    const location = part.headers.get('content-location')?.trim();
    if (id) parts.set(`cid:${id}`, part);
    if (location) parts.set(absolute(location, base), part);
  }
  return (address) => {
    const written = /^cid:/i.test(address) ? `cid:${decodePercent(address.slice(4))}` : absolute(address, base);
    return parts.get(written)?.bytes ?? null;
  };
}

const absolute = (address: string, base: string): string =>
  base !== '' && URL.canParse(address, base) ? new URL(address, base).href : address;

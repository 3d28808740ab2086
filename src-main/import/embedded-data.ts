/** Pictures that stand in a page itself, as `data:` addresses: lifted out before parsing, decoded when they are wanted. */

/** What stands in the markup in place of a long address: short, and itself an address nothing can load. */
const stand = 'data:postil,';

export interface LiftedPage {
  readonly html: string;
  /** Bytes of an embedded picture, by its address as it stands in `html`; null for an address of another kind. */
  readonly bytesOf: (address: string) => Uint8Array | null;
  /** Addresses of pictures that SingleFile keeps once in a style variable, by its name. */
  readonly variables: ReadonlyMap<string, string>;
}

/**
 * Takes embedded pictures, fonts and style sheets out: a page saved in one file is often
 * nine tenths of them, and a parser slow with them.
 */
export function liftEmbeddedData(source: string): LiftedPage {
  const lifted: string[] = [];
  const html = source.replace(
    /([=(,]\s{0,8}["']?\s{0,8})(data:([\w.+-]{1,40})\/[^"'()<>\s]{64,})/gi,
    (_whole, before: string, address: string, type: string) => {
      if (type.toLowerCase() !== 'image') return before;
      // in a set of pictures a comma ends an address when white space follows; it is none of its own
      lifted.push(address.replace(/,+$/, ''));
      return `${before}${stand}${lifted.length - 1}${address.endsWith(',') ? ',' : ''}`;
    },
  );
  const variables = html.matchAll(/(--sf-img-\d+)\s*:\s*url\(\s*["']?(data:postil,\d+)/g);
  return {
    html,
    bytesOf: (address) =>
      decodeDataAddress(address.startsWith(stand) ? (lifted[Number(address.slice(stand.length))] ?? '') : address),
    variables: new Map([...variables].map(([, name = '', address = '']) => [name, address])),
  };
}

/** The bytes of a `data:` address of a picture; null for any other address. */
export function decodeDataAddress(address: string): Uint8Array | null {
  const found = /^data:image\/[\w.+-]+((?:;[^,;]*)*),/i.exec(address.slice(0, 256));
  if (found === null) return null;
  const data = address.slice(found[0].length);
  if (/;\s*base64\s*$/i.test(found[1] ?? ''))
    return Buffer.from(data.includes('%') ? unescaped(data).toString() : data, 'base64');
  return unescaped(data);
}

/** The bytes of percent-encoded text; what is not encoded stands for its UTF-8. */
function unescaped(text: string): Buffer {
  const parts = text.split(/((?:%[0-9a-f]{2})+)/i);
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 1 ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part))),
  );
}

/**
 * The pictures of a page: the addresses an element offers, the best first, and the first of
 * them whose bytes came with the file. Asks nobody but the function it is given; loads nothing.
 */
import type { Sha256 } from '@shared/model/ids';
import type { AssetCollector, Collected } from './asset-collector';
import { decodePercent } from './decode-percent';
import type { DomDocument, DomElement } from './dom';

/** The bytes at an address as it is written in the markup, when the file holds them. */
export type FindPicture = (address: string) => Uint8Array | null;

/** A picture's hash; null when its bytes are not kept (the collector has counted it); `none` for one that shows nothing. */
export type TakenPicture = Sha256 | null | 'none';

/** Takes the pictures of elements (`img`, `amp-img`) as a page is converted. */
export type TakePicture = (element: DomElement) => TakenPicture;

/** A picture wider than this, in pixels, is only taken when there is no narrower one: no screen shows more. */
const widestWanted = 2560;

/** Notes an element's addresses in it, so that they outlive an extraction that rewrites it. */
const noteAttribute = 'data-postil-picture';

/**
 * Takes pictures by their addresses.
 *
 * @param variables Addresses by the name of a style variable: SingleFile keeps repeated pictures so.
 */
export function pictureTaker(
  collector: AssetCollector,
  find: FindPicture,
  variables: ReadonlyMap<string, string> = new Map(),
): { readonly take: TakePicture; readonly note: (page: DomDocument) => void } {
  const noted: (readonly string[])[] = [];
  const seen = new Map<string, Collected>();
  const collect = (address: string): Collected => {
    const collected = seen.get(address) ?? collector.add(find(address));
    seen.set(address, collected);
    return collected;
  };
  return {
    note: (page) => {
      for (const element of page.querySelectorAll('img, amp-img')) {
        element.setAttribute(noteAttribute, String(noted.length));
        noted.push(addressesOf(element, variables));
      }
    },
    take: (element) => {
      const addresses = noted[Number(element.getAttribute(noteAttribute) ?? -1)] ?? addressesOf(element, variables);
      const present = addresses.filter((address) => seen.has(address) || find(address) !== null);
      for (const address of present) {
        const collected = collect(address);
        if (collected.kept) return collected.sha256;
        // a place-holder stands for the picture that is loaded later
        if (collected.reason !== 'pixel') return null;
      }
      if (present.length > 0 && present.length === addresses.length) return 'none';
      collector.add(null);
      return null;
    },
  };
}

/** Where pages that load their pictures late keep the true address. */
const lateAddresses = ['data-src', 'data-original', 'data-lazy-src', 'data-hi-res-src', 'data-full-src'] as const;
const lateSets = ['data-srcset', 'data-lazy-srcset'] as const;

/** What an element offers, the best first, each once. */
export function addressesOf(
  element: DomElement,
  variables: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const value = (of: DomElement, name: string): string => of.getAttribute(name)?.trim() ?? '';
  const style = /var\(\s*(--[\w-]+)/.exec(value(element, 'style'))?.[1] ?? '';
  const picture = element.parentNode && 'localName' in element.parentNode ? element.parentNode : null;
  const sources = isPicture(picture) ? [...picture.querySelectorAll('source')] : [];
  const sets = [element, ...sources].flatMap((each) => ['srcset', ...lateSets].map((name) => value(each, name)));
  const found = [
    variables.get(style) ?? '',
    ...bestFirst(sets.flatMap(candidatesOf)),
    ...lateAddresses.map((name) => value(element, name)),
    value(element, 'src'),
  ];
  return [...new Set(found)].filter((address) => address !== '');
}

const isPicture = (node: unknown): node is DomElement =>
  typeof node === 'object' && node !== null && 'localName' in node && node.localName === 'picture';

interface Candidate {
  readonly address: string;
  /** Pixels across; a density counts as a thousand of them. */
  readonly width: number;
}

/** The addresses of a `srcset`: each ends at white space, with a comma behind it or behind its descriptor. */
function candidatesOf(set: string): readonly Candidate[] {
  return [...set.matchAll(/\s*,*\s*(\S+)(?:\s+([^,]*))?,?/g)].flatMap(([, written = '', descriptor = '']) => {
    const address = written.replace(/,+$/, '');
    // a comma right behind the address means that it has no descriptor, and what follows is the next
    const [, amount = '1', unit = 'x'] = /^\s*(\d+(?:\.\d+)?)([wx])/.exec(descriptor) ?? [];
    const width = unit === 'w' ? Number(amount) : Number(amount) * 1000;
    return address === '' ? [] : [{ address, width }];
  });
}

/** The widest that is wanted, then narrower ones, then those wider than wanted. */
function bestFirst(candidates: readonly Candidate[]): readonly string[] {
  const byWidth = candidates.toSorted((one, other) => other.width - one.width);
  const wanted = byWidth.filter(({ width }) => width <= widestWanted);
  const wider = byWidth.filter(({ width }) => width > widestWanted).reverse();
  return [...wanted, ...wider].map(({ address }) => address);
}

/** The path of a file beside a page, as an address in the page names it; null for any other address. */
export function companionPath(address: string): string | null {
  const [path = ''] = address.split(/[?#]/);
  if (path === '' || /^[a-z][\w+.-]*:/i.test(path) || path.startsWith('/')) return null;
  return decodePercent(path).replace(/^(?:\.\/)+/, '');
}

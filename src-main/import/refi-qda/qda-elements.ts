/** Elements of a REFI-QDA file: some programs write a prefix before every name, some ids in capitals or braces. */
import { isUid } from '@shared/model/ids';
import { childrenOf, textContent, type XmlElement } from '../xml';

/** A name without its prefix. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** Child elements of a name. */
export const named = (parent: XmlElement | undefined, name: string): readonly XmlElement[] =>
  childrenOf(parent).filter((child) => localName(child) === name);

/** Children of the container of that name ("Sources"), whatever theirs. */
export const within = (parent: XmlElement | undefined, container: string): readonly XmlElement[] =>
  named(parent, container).flatMap((each) => childrenOf(each));

/** An attribute's value, or empty; never an inherited property. */
export const attributeOf = ({ attributes }: XmlElement, name: string): string =>
  Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : '';

/** An id in lower case without braces; compared, not yet trusted to be one. */
export const guidIn = (element: XmlElement, name = 'guid'): string =>
  attributeOf(element, name)
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();

/** The id as one of ours, or undefined when it is none. */
export function uidIn(element: XmlElement): string | undefined {
  const guid = guidIn(element);
  return isUid(guid) ? guid : undefined;
}

/** What an element's `Description` says. */
export const descriptionOf = (element: XmlElement): string =>
  named(element, 'Description').map(textContent).join('\n').trim();

/** A moment in milliseconds since 1970; undefined where there is none, or no calendar has it. */
export function timeOf(element: XmlElement, name = 'creationDateTime'): number | undefined {
  const written = attributeOf(element, name);
  if (!/^\d{4}-\d\d-\d\dT/.test(written)) return undefined;
  const ms = Date.parse(written);
  return Number.isNaN(ms) || ms < 0 ? undefined : ms;
}

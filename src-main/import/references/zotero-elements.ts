/** What elements of a Zotero RDF file are called and lead to. Pure. */
import { childOf, childrenOf, textContent, type XmlElement } from '../xml';

/** What the file calls it; empty when it has no name. */
export const aboutOf = (element: XmlElement): string => attributeOf(element, 'rdf:about');

/** The text at the end of a path of elements, trimmed. */
export const said = (element: XmlElement | undefined, ...path: readonly string[]): string =>
  textContent(childOf(element, ...path)).trim();

/** What an element's properties of a name lead to, by what the file calls it. */
export const resourcesOf = (element: XmlElement, property: string): readonly string[] =>
  childrenOf(element, property)
    .map((each) => attributeOf(each, 'rdf:resource') || childrenOf(each).map(aboutOf).join(''))
    .filter((name) => name !== '');

/** Tags, those Zotero gave by itself too. */
export const tagsOf = (element: XmlElement): readonly string[] =>
  childrenOf(element, 'dc:subject').map(
    (subject) => said(subject, 'z:AutomaticTag', 'rdf:value') || textContent(subject),
  );

const attributeOf = ({ attributes }: XmlElement, name: string): string =>
  Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : '';

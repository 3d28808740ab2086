/**
 * The code tree of a bundle: the kinds with their choices below them, and the labels as
 * they are nested. Each code's id comes from its place in the tree. Pure.
 */
import type { ExportLanguage } from '@shared/contract/export-choices';
import { findKind, kinds } from '@shared/kinds/kinds';
import type { Annotation } from '@shared/model/annotation';
import type { ExportBundle } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { type Markup, xml } from '../markup';
import { oneLine } from '../reading/passage-words';
import { readingWords } from '../reading/reading-words';
import { guidOf, uniqueName } from './guid';

interface Code {
  readonly guid: string;
  readonly name: string;
  readonly codable: boolean;
  readonly colour: string | null;
  readonly children: Code[];
}

export interface CodeTree {
  /** `Codes` with every code in it. */
  readonly markup: Markup;
  /** The codes of a passage: its kind, its choices, its labels. */
  readonly ofPassage: (annotation: Annotation) => readonly string[];
  /** The codes of a document: its labels. */
  readonly ofDocument: (document: Document) => readonly string[];
}

const kindGuid = (kind: string): string => guidOf('kind', kind);
const choiceGuid = (kind: string, field: string, option: string): string => guidOf('choice', kind, field, option);
const labelGuid = (parts: readonly string[]): string => guidOf('label', ...parts);
const labelParts = (label: string): readonly string[] =>
  label
    .split('/')
    .map(oneLine)
    .filter((part) => part !== '');

/** The tree, in the kinds' order and then by label. */
export function codeTree({ annotations, documents }: ExportBundle, language: ExportLanguage): CodeTree {
  const taken = new Set<string>();
  const roots: Code[] = kinds.map(({ id, label, colour, fields }) => ({
    guid: kindGuid(id),
    name: uniqueName(label[language], taken),
    codable: true,
    colour: colour.light.ink,
    children: fields.flatMap((field): readonly Code[] => {
      if (field.type !== 'choice') return [];
      const options = field.options.map((option) => ({
        guid: choiceGuid(id, field.id, option.id),
        name: uniqueName(`${field.label[language]} - ${option.label[language]}`, taken),
        codable: true,
        colour: null,
        children: [],
      }));
      return [
        {
          guid: guidOf('field', id, field.id),
          name: uniqueName(`${label[language]} - ${field.label[language]}`, taken),
          codable: false,
          colour: null,
          children: options,
        },
      ];
    }),
  }));
  const labels = [...new Set([...annotations, ...documents].flatMap((each) => each.labels))].sort();
  const labelRoot: Code = {
    guid: guidOf('labels'),
    name: uniqueName(readingWords[language].labels, taken),
    codable: false,
    colour: null,
    children: [],
  };
  for (const label of labels) addLabel(labelRoot, labelParts(label), taken);
  if (labelRoot.children.length > 0) roots.push(labelRoot);
  return {
    markup: xml('Codes', {}, roots.map(codeMarkup)),
    ofDocument: (document) => labelCodes(document.labels),
    ofPassage: (annotation) => [
      ...(findKind(annotation.kind) === undefined ? [] : [kindGuid(annotation.kind)]),
      ...choiceCodes(annotation),
      ...labelCodes(annotation.labels),
    ],
  };
}

function addLabel(root: Code, parts: readonly string[], taken: Set<string>): void {
  let at = root;
  parts.forEach((part, depth) => {
    const guid = labelGuid(parts.slice(0, depth + 1));
    let next = at.children.find((child) => child.guid === guid);
    if (next === undefined) {
      next = { guid, name: uniqueName(part, taken), codable: true, colour: null, children: [] };
      at.children.push(next);
    }
    at = next;
  });
}

const labelCodes = (labels: readonly string[]): readonly string[] => [
  ...new Set(
    labels
      .map(labelParts)
      .filter((parts) => parts.length > 0)
      .map(labelGuid),
  ),
];

/** Choices this version knows; others stand in the passage's description. */
function choiceCodes({ kind, fields }: Annotation): readonly string[] {
  return (findKind(kind)?.fields ?? []).flatMap((field) => {
    if (field.type !== 'choice') return [];
    const value = fields[field.id];
    return field.options.some(({ id }) => id === value) ? [choiceGuid(kind, field.id, value ?? '')] : [];
  });
}

const codeMarkup = ({ guid, name, codable, colour, children }: Code): Markup =>
  xml('Code', { guid, name, isCodable: String(codable), color: colour }, children.map(codeMarkup));

/**
 * The annotation kinds: one array from which toolbars, cards, keys, colours,
 * validation and documentation are derived. Adding a kind is adding an object.
 */

/** Interface languages; every wording in the registries is given in each. */
export type Wording = { readonly en: string; readonly fr: string };

export type KindField =
  /** `name`: text with completion over the values the archive has. */
  | { readonly id: string; readonly type: 'name' | 'date'; readonly label: Wording }
  | {
      readonly id: string;
      readonly type: 'choice';
      readonly label: Wording;
      readonly options: readonly { readonly id: string; readonly label: Wording }[];
    };

interface KindShape {
  readonly id: string;
  readonly label: Wording;
  readonly plural: Wording;
  /** The key that tags the selection. */
  readonly shortcut: string;
  /** How the underline is drawn: kinds differ by more than colour. */
  readonly underline: 'solid' | 'dashed' | 'dotted';
  /** Sign shown before the label, another difference that is no colour. */
  readonly sign: string;
  readonly colour: {
    readonly light: { readonly ink: string; readonly wash: string };
    readonly dark: { readonly ink: string; readonly wash: string };
  };
  readonly fields: readonly KindField[];
}

export const annotationKinds = [
  {
    id: 'claim',
    label: { en: 'Claim', fr: 'Affirmation' },
    plural: { en: 'Claims', fr: 'Affirmations' },
    shortcut: '1',
    underline: 'solid',
    sign: '■',
    colour: { light: { ink: '#a84c06', wash: '#fdf0d5' }, dark: { ink: '#f0b35b', wash: '#3a2c12' } },
    fields: [
      { id: 'speaker', type: 'name', label: { en: 'Speaker', fr: 'Qui le dit' } },
      {
        id: 'verdict',
        type: 'choice',
        label: { en: 'Verdict', fr: 'Verdict' },
        options: [
          { id: 'open', label: { en: 'open', fr: 'ouverte' } },
          { id: 'corroborated', label: { en: 'corroborated', fr: 'corroborée' } },
          { id: 'disputed', label: { en: 'disputed', fr: 'disputée' } },
          { id: 'retracted', label: { en: 'retracted', fr: 'retirée' } },
        ],
      },
      {
        id: 'confidence',
        type: 'choice',
        label: { en: 'Confidence', fr: 'Confiance' },
        options: [
          { id: 'high', label: { en: 'high', fr: 'haute' } },
          { id: 'medium', label: { en: 'medium', fr: 'moyenne' } },
          { id: 'low', label: { en: 'low', fr: 'faible' } },
        ],
      },
    ],
  },
  {
    id: 'source',
    label: { en: 'Source', fr: 'Source' },
    plural: { en: 'Sources', fr: 'Sources' },
    shortcut: '2',
    underline: 'dashed',
    sign: '▪',
    colour: { light: { ink: '#1d4ed8', wash: '#e3ebfd' }, dark: { ink: '#8fb2ff', wash: '#1b2947' } },
    fields: [
      { id: 'name', type: 'name', label: { en: 'Name', fr: 'Nom' } },
      {
        id: 'sourceType',
        type: 'choice',
        label: { en: 'Type', fr: 'Type' },
        options: [
          { id: 'person', label: { en: 'person', fr: 'personne' } },
          { id: 'official', label: { en: 'official', fr: 'officielle' } },
          { id: 'document', label: { en: 'document', fr: 'document' } },
          { id: 'agency', label: { en: 'agency', fr: 'agence' } },
          { id: 'media', label: { en: 'media', fr: 'média' } },
          { id: 'anonymous', label: { en: 'anonymous', fr: 'anonyme' } },
        ],
      },
      {
        id: 'reliability',
        type: 'choice',
        label: { en: 'Reliability', fr: 'Fiabilité' },
        options: [
          { id: 'reliable', label: { en: 'reliable', fr: 'fiable' } },
          { id: 'usually-reliable', label: { en: 'usually reliable', fr: 'en général fiable' } },
          { id: 'doubtful', label: { en: 'doubtful', fr: 'douteuse' } },
          { id: 'unreliable', label: { en: 'unreliable', fr: 'non fiable' } },
          { id: 'unknown', label: { en: 'cannot be judged', fr: 'ne peut être jugée' } },
        ],
      },
      { id: 'origin', type: 'name', label: { en: 'Repeats', fr: 'Reprend' } },
    ],
  },
  {
    id: 'event',
    label: { en: 'Event', fr: 'Événement' },
    plural: { en: 'Events', fr: 'Événements' },
    shortcut: '3',
    underline: 'dotted',
    sign: '●',
    colour: { light: { ink: '#157a3a', wash: '#dff3e4' }, dark: { ink: '#7fd39a', wash: '#173322' } },
    fields: [
      { id: 'date', type: 'date', label: { en: 'Date', fr: 'Date' } },
      { id: 'place', type: 'name', label: { en: 'Place', fr: 'Lieu' } },
    ],
  },
] as const satisfies readonly KindShape[];

export type KindId = (typeof annotationKinds)[number]['id'];
/** A kind with its literal types widened, for code that loops over kinds. */
export type AnnotationKind = Omit<KindShape, 'id'> & { readonly id: KindId };

/** The registry with widened types. */
export const kinds: readonly AnnotationKind[] = annotationKinds;

/** Finds a kind; a stored id of a kind this version doesn't know gives undefined. */
export function findKind(id: string): AnnotationKind | undefined {
  return kinds.find((kind) => kind.id === id);
}

/** Narrows a string to a known kind id. */
export function isKindId(id: string): id is KindId {
  return findKind(id) !== undefined;
}

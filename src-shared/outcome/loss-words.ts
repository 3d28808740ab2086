/**
 * What a format can leave behind, worded once in each language. An exporter tells it in
 * English, as the command line prints it; the window looks the sentence up here.
 */
import type { Wording } from '../kinds/kinds';

export const lossWords = {
  originals: {
    en: 'original files (only their names and hashes are written)',
    fr: 'fichiers originaux (seuls leurs noms et empreintes sont écrits)',
  },
  originalFiles: { en: 'original files', fr: 'fichiers originaux' },
  collections: { en: 'collections', fr: 'collections' },
  memberships: {
    en: 'collections’ nesting (only their names are written)',
    fr: 'imbrication des collections (seuls leurs noms sont écrits)',
  },
  pictures: {
    en: 'pictures (only their descriptions are written)',
    fr: 'images (seules leurs descriptions sont écrites)',
  },
  absentPictures: {
    en: 'pictures that were never kept (only their descriptions are written)',
    fr: 'images jamais gardées (seules leurs descriptions sont écrites)',
  },
  avifPictures: {
    en: 'pictures in AVIF, which e-readers don’t show (only their descriptions are written)',
    fr: 'images en AVIF, que les liseuses n’affichent pas (seules leurs descriptions sont écrites)',
  },
  unreadablePictures: {
    en: 'pictures of a kind word processors can’t be sure to show, as WebP (only their descriptions are written)',
    fr: 'images d’un type que les traitements de texte n’affichent pas tous, comme WebP (seules leurs descriptions sont écrites)',
  },
  richCells: {
    en: 'table cells with lists, code or several paragraphs (made one line)',
    fr: 'cellules de tableau avec listes, code ou plusieurs paragraphes (mises sur une ligne)',
  },
  outsideLinks: {
    en: 'links whose other end is not in the selection (named by its id only)',
    fr: 'liens dont l’autre bout n’est pas dans la sélection (nommé par son seul identifiant)',
  },
  droppedOutsideLinks: {
    en: 'links whose other end is not in the selection',
    fr: 'liens dont l’autre bout n’est pas dans la sélection',
  },
  documentLinks: {
    en: 'links from a passage to a whole document',
    fr: 'liens d’un passage à un document entier',
  },
  links: { en: 'links between passages', fr: 'liens entre passages' },
  linksAsText: {
    en: 'links between passages (written as text)',
    fr: 'liens entre passages (écrits en toutes lettres)',
  },
  quotedPassages: {
    en: 'notes with quoted passages (written as quotations)',
    fr: 'notes avec des passages cités (écrits en simples citations)',
  },
  earlierVersions: {
    en: 'documents with earlier versions (only the present one is written)',
    fr: 'documents avec des versions antérieures (seule la présente est écrite)',
  },
  bodies: {
    en: 'texts of documents (only what is known about them is written)',
    fr: 'textes des documents (seul ce que l’on sait d’eux est écrit)',
  },
  formatting: {
    en: 'documents with headings, lists, tables or emphasis (written as plain text)',
    fr: 'documents avec titres, listes, tableaux ou mises en valeur (écrits en texte simple)',
  },
  underlays: {
    en: 'overlapping passages (the text shows the colour of one)',
    fr: 'passages qui se chevauchent (le texte montre la couleur d’un seul)',
  },
  passages: { en: 'passages', fr: 'passages' },
  passagesAsNotes: {
    en: 'passages (written into a note, without their place)',
    fr: 'passages (écrits dans une note, sans leur place)',
  },
  orphans: {
    en: 'orphaned passages (written without a place)',
    fr: 'passages orphelins (écrits sans leur place)',
  },
  orphansAsNotes: {
    en: 'orphaned passages (written into a note)',
    fr: 'passages orphelins (écrits dans une note)',
  },
  fields: {
    en: 'passages with fields such as speaker, verdict or date (written as text)',
    fr: 'passages avec des champs comme la source, le verdict ou la date (écrits en toutes lettres)',
  },
  approximateDates: {
    en: 'dates that are uncertain or a span (made exact, or left out)',
    fr: 'dates incertaines ou étendues (rendues exactes, ou omises)',
  },
  notes: { en: 'notes', fr: 'notes' },
  passagelessDocuments: { en: 'documents without passages', fr: 'documents sans passages' },
  labels: { en: 'documents with labels', fr: 'documents avec des étiquettes' },
  longCells: {
    en: 'texts longer than a spreadsheet cell holds (cut)',
    fr: 'textes plus longs que ne l’admet une cellule (coupés)',
  },
  megabytes: {
    en: 'megabytes beyond what one file can bring back (export in parts)',
    fr: 'mégaoctets de trop pour qu’un seul fichier puisse les ramener (exportez en plusieurs parties)',
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type LossId = keyof typeof lossWords;

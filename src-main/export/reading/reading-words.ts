/** Words that exported pages use themselves, in each language of the interface. */
import type { ExportLanguage } from '@shared/contract/export-choices';

interface ReadingWords {
  readonly contents: string;
  readonly passages: string;
  readonly sources: string;
  readonly passage: string;
  readonly orphaned: string;
  readonly orphans: string;
  readonly notFound: string;
  readonly comment: string;
  readonly links: string;
  readonly labels: string;
  readonly place: string;
  readonly page: string;
  readonly paragraph: string;
  readonly outside: string;
  readonly untitled: string;
  readonly document: string;
  readonly documents: string;
  readonly type: string;
  readonly note: string;
  readonly article: string;
  readonly authors: string;
  readonly site: string;
  readonly date: string;
  readonly address: string;
  readonly language: string;
  readonly description: string;
  readonly collections: string;
  readonly added: string;
  readonly original: string;
  readonly id: string;
  readonly created: string;
  readonly picture: string;
  readonly about: string;
  readonly backToText: string;
  readonly kind: string;
  readonly exported: (when: string) => string;
  readonly quoted: (text: string) => string;
}

export const readingWords: Readonly<Record<ExportLanguage, ReadingWords>> = {
  en: {
    contents: 'Contents',
    passages: 'Passages',
    sources: 'Sources',
    passage: 'Passage',
    orphaned: 'orphaned',
    orphans: 'Passages no longer found in the text',
    notFound: 'no longer found in the text',
    comment: 'Comment',
    links: 'Links',
    labels: 'Labels',
    place: 'Place',
    page: 'Page',
    paragraph: 'paragraph',
    outside: 'a passage outside this export',
    untitled: 'Untitled',
    document: 'Document',
    documents: 'Documents',
    type: 'Type',
    note: 'note',
    article: 'article',
    authors: 'Authors',
    site: 'Site',
    date: 'Date',
    address: 'Address',
    language: 'Language',
    description: 'Description',
    collections: 'Collections',
    added: 'Added',
    original: 'Original',
    id: 'Id',
    created: 'Created',
    picture: 'Picture',
    about: 'About this document',
    backToText: 'Back to the text',
    kind: 'Kind',
    exported: (when) => `Exported from Postil, ${when}`,
    quoted: (text) => `“${text}”`,
  },
  fr: {
    contents: 'Sommaire',
    passages: 'Passages',
    sources: 'Sources',
    passage: 'Passage',
    orphaned: 'orphelin',
    orphans: 'Passages qui ne sont plus dans le texte',
    notFound: 'n’est plus dans le texte',
    comment: 'Commentaire',
    links: 'Liens',
    labels: 'Étiquettes',
    page: 'Page',
    place: 'Place',
    paragraph: 'paragraphe',
    outside: 'un passage hors de cette exportation',
    untitled: 'Sans titre',
    document: 'Document',
    documents: 'Documents',
    type: 'Type',
    note: 'note',
    article: 'article',
    authors: 'Auteurs',
    site: 'Site',
    date: 'Date',
    address: 'Adresse',
    language: 'Langue',
    description: 'Description',
    collections: 'Collections',
    added: 'Ajouté',
    original: 'Original',
    id: 'Identifiant',
    created: 'Créé',
    picture: 'Image',
    about: 'À propos de ce document',
    backToText: 'Retour au texte',
    kind: 'Type de passage',
    exported: (when) => `Exporté de Postil, ${when}`,
    quoted: (text) => `«\u202f${text}\u202f»`,
  },
};

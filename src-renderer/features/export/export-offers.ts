/** What can be exported where the person stands. Pure. */
import type { ExportSelection } from '@shared/contract/calls';
import type { CollectionUid, DocumentUid } from '@shared/model/ids';

/** Where the person stands: what is open, selected and searched for. */
export interface ExportContext {
  readonly open: { readonly uid: DocumentUid; readonly title: string } | null;
  readonly selected: readonly DocumentUid[];
  readonly query: string;
  /** The collection the list shows. */
  readonly collection?: { readonly uid: CollectionUid; readonly name: string };
}

/** A choice of the dialog: its words in the catalogue with their parameters. */
export type ExportOffer =
  | { readonly id: 'document'; readonly words: 'exporting.documentNamed'; readonly params: { readonly title: string } }
  | { readonly id: 'selection'; readonly words: 'exporting.selection'; readonly params: { readonly count: number } }
  | { readonly id: 'query'; readonly words: 'exporting.query'; readonly params: { readonly query: string } }
  | { readonly id: 'collection'; readonly words: 'exporting.collection'; readonly params: { readonly name: string } }
  | { readonly id: 'all'; readonly words: 'exporting.all'; readonly params: Readonly<Record<string, never>> };

/** The choices, the likeliest first. */
export function offersFor({ open, selected, query, collection }: ExportContext): readonly ExportOffer[] {
  const offers: ExportOffer[] = [];
  const onlyOpen = selected.length === 0 || (selected.length === 1 && selected[0] === open?.uid);
  if (!onlyOpen) offers.push({ id: 'selection', words: 'exporting.selection', params: { count: selected.length } });
  if (open !== null) offers.push({ id: 'document', words: 'exporting.documentNamed', params: { title: open.title } });
  if (query.trim() !== '') offers.push({ id: 'query', words: 'exporting.query', params: { query: query.trim() } });
  if (collection !== undefined)
    offers.push({ id: 'collection', words: 'exporting.collection', params: { name: collection.name } });
  offers.push({ id: 'all', words: 'exporting.all', params: {} });
  return offers;
}

/** The archive's words for a choice; one that no longer holds takes all. */
export function selectionOf(id: string, { open, selected, query, collection }: ExportContext): ExportSelection {
  if (id === 'document' && open !== null) return { take: 'documents', documents: [open.uid] };
  if (id === 'selection') return { take: 'documents', documents: [...selected] };
  if (id === 'query') return { take: 'query', query: query.trim() };
  if (id === 'collection' && collection !== undefined) return { take: 'collection', collection: collection.uid };
  return { take: 'all' };
}

/** What the file would be called if every name were allowed. */
const wishFor = (id: string, { open, query, collection }: ExportContext, archiveName: string): string => {
  if (id === 'document' && open !== null) return open.title;
  if (id === 'query') return `${archiveName} ${query}`;
  return id === 'collection' && collection !== undefined ? collection.name : archiveName;
};

/** A name to propose, without ending; safe on every system. */
export function fileNameFor(id: string, context: ExportContext, archiveName: string): string {
  const wish = wishFor(id, context, archiveName);
  // Control characters and those Windows refuses; a name ends in neither dot nor blank.
  const safe = wish
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '');
  return safe === '' ? 'Postil' : safe;
}

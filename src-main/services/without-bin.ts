/** An export of "everything" means what is in the library, not what was thrown away. Pure. */
import type { ExportBundle } from '@shared/model/bundle';

/** The bundle without documents in the bin, their annotations, memberships and dangling links. */
export function withoutBin(bundle: ExportBundle): ExportBundle {
  const documents = bundle.documents.filter((document) => document.deletedAtMs === null);
  if (documents.length === bundle.documents.length) return bundle;
  const kept = new Set(documents.map((document) => document.uid));
  const annotations = bundle.annotations.filter((annotation) => kept.has(annotation.document));
  const passages = new Set(annotations.map((annotation) => annotation.uid));
  return {
    ...bundle,
    documents,
    annotations,
    links: bundle.links.filter(
      (link) => passages.has(link.from) || ('annotation' in link.to && passages.has(link.to.annotation)),
    ),
    memberships: bundle.memberships.filter((membership) => kept.has(membership.document)),
    keptApart: bundle.keptApart.filter((pair) => pair.every((uid) => kept.has(uid))),
  };
}

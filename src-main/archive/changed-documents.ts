/** What a transaction changed: whole documents, or only some annotations of them. */
import type { ChangedAnnotations } from '@shared/contract/events';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';

/** More changed annotations than this are not named: reading the whole document is as quick. */
const mostNamed = 200;

export class ChangedDocuments {
  /** Null for a document that changed as a whole. */
  readonly #byDocument = new Map<DocumentUid, Set<AnnotationUid> | null>();

  get size(): number {
    return this.#byDocument.size;
  }

  add(document: DocumentUid): void {
    this.#byDocument.set(document, null);
  }

  addAnnotation(document: DocumentUid, annotation: AnnotationUid): void {
    const known = this.#byDocument.get(document);
    if (known === undefined) this.#byDocument.set(document, new Set([annotation]));
    else known?.add(annotation);
  }

  documents(): readonly DocumentUid[] {
    return [...this.#byDocument.keys()];
  }

  /** Of the documents of which nothing else changed. */
  annotations(): ChangedAnnotations {
    const named: Record<DocumentUid, readonly AnnotationUid[]> = {};
    for (const [document, annotations] of this.#byDocument)
      if (annotations !== null && annotations.size <= mostNamed) named[document] = [...annotations];
    return named;
  }
}

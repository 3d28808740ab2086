/** What any part of the window may ask to be done with a document it names; the shell does it. */
import type { DocumentUid } from '@shared/model/ids';
import { createContext, useContext } from 'react';

export interface DocumentActs {
  /** Shows the versions kept of it. */
  readonly showHistory: (uid: DocumentUid) => void;
  /** Shows it beside the document that is open. */
  readonly openBeside: (uid: DocumentUid) => void;
  /** Shows it side by side with articles of nearly the same text. */
  readonly compareAlike: (uid: DocumentUid) => void;
  /** Asks for its file and imports that as its newest version, or as the text it has not yet. */
  readonly importAgain: (uid: DocumentUid) => void;
}

const nothing: DocumentActs = {
  showHistory: () => {},
  openBeside: () => {},
  compareAlike: () => {},
  importAgain: () => {},
};

/** Given by the shell, around everything. */
export const DocumentActsContext = createContext<DocumentActs>(nothing);

/** The acts of the window one is in. */
export const useDocumentActs = (): DocumentActs => useContext(DocumentActsContext);

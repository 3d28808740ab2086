/**
 * Everything done to a document's annotations from the reading room. Each act can be taken
 * back, in one order with the edits of the text; what is not saved of the text is saved first,
 * so that offsets agree.
 */
import { call } from '@renderer/client/client';
import type { DraftPassage } from '@renderer/editor/draft-passages';
import type { SavedSession } from '@renderer/features/document/saved-session';
import type { Deed } from '@renderer/features/document/session-history';
import type { Act } from '@renderer/features/document/undo-stack';
import type { KindId } from '@shared/kinds/kinds';
import type { Annotation, AnnotationFields } from '@shared/model/annotation';
import type { AnnotationUid, DocumentUid } from '@shared/model/ids';

export interface AnnotationPatch {
  readonly kind?: KindId;
  readonly comment?: string;
  readonly labels?: readonly string[];
  readonly fields?: AnnotationFields;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

export class AnnotationActions {
  readonly #document: DocumentUid;
  readonly #session: SavedSession;

  constructor(document: DocumentUid, session: SavedSession) {
    this.#document = document;
    this.#session = session;
  }

  /** Marks a passage; it is painted at once. Rejects with CallError. */
  async create(kind: KindId, { start, end }: Range): Promise<Annotation> {
    const { drafts } = this.#session.text;
    const draft = { kind, start, end };
    drafts.add(draft);
    const making = this.#annotate(draft);
    // What is typed while the archive writes comes after it in the order of undo.
    const act: Act = {
      undo: async () => void (await call('deleteAnnotations', { uids: [(await making).uid] })),
      redo: async () => void (await call('restoreAnnotations', { uids: [(await making).uid] })),
    };
    this.push(act);
    const made = await making.catch((failed: unknown) => {
      drafts.drop(draft);
      this.#session.history.drop(act);
      throw failed;
    });
    drafts.became(draft, made.uid);
    return made;
  }

  async #annotate({ kind, start, end }: DraftPassage): Promise<Annotation> {
    await this.#session.flush();
    const exact = this.#session.text.map().text.slice(start, end);
    return call('annotate', { document: this.#document, start, end, exact, kind });
  }

  async remove(uid: AnnotationUid): Promise<void> {
    await call('deleteAnnotations', { uids: [uid] });
    this.#remember(
      () => call('restoreAnnotations', { uids: [uid] }),
      () => call('deleteAnnotations', { uids: [uid] }),
    );
  }

  /** Changes an annotation; `before` is what the patch replaces. */
  async change(uid: AnnotationUid, patch: AnnotationPatch, before: AnnotationPatch): Promise<void> {
    await call('updateAnnotation', { uid, ...patch });
    this.remember(uid, patch, before);
  }

  /** Makes a change that is saved already one that can be taken back. */
  remember(uid: AnnotationUid, patch: AnnotationPatch, before: AnnotationPatch): void {
    this.#remember(
      () => call('updateAnnotation', { uid, ...before }),
      () => call('updateAnnotation', { uid, ...patch }),
    );
  }

  /** Gives a passage that lost its place the range selected; taken back, it is the orphan it was. */
  async place({ uid, selector }: Annotation, { start, end }: Range): Promise<void> {
    const { text } = this.#session;
    const give = async (): Promise<void> => {
      await this.#session.flush();
      await call('placeAnnotation', { uid, start, end, exact: text.map().text.slice(start, end) });
    };
    await give();
    const take = async (): Promise<void> => {
      await this.#session.flush();
      await call('unplaceAnnotation', { uid, selector });
      text.losePlace(uid);
    };
    this.push({ undo: take, redo: give });
  }

  /** Makes an act that was done elsewhere one that can be taken back. */
  readonly push = (act: Act): void => this.#session.history.push(act);

  /** Does something that can be taken back: `run({ do, undo, redo? })`, each given what `do` answered. */
  readonly run = <T>(deed: Deed<T>): Promise<T> => this.#session.history.run(deed);

  readonly undo = (): Promise<boolean> => this.#session.history.undo();
  readonly redo = (): Promise<boolean> => this.#session.history.redo();

  #remember(undo: () => Promise<unknown>, redo: () => Promise<unknown>): void {
    this.push({ undo: async () => void (await undo()), redo: async () => void (await redo()) });
  }
}

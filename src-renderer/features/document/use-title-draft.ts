/**
 * A title being typed: saved like text, soon after the first key and at latest when the field is left,
 * the window closes or the document leaves the screen.
 */
import { call } from '@renderer/client/client';
import { savedPart } from '@renderer/ui/save-state';
import type { DocumentUid } from '@shared/model/ids';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { onFlush, trackSave } from './pending-saves';
import { failureWords, showFailure } from './saved-session';

/** From the first key that is not saved yet, in milliseconds: with the save itself less than a second. */
const saveAfterMs = 600;

const oneLine = (draft: string): string => draft.replace(/\s+/g, ' ').trim();

export interface TitleDraft {
  readonly draft: string;
  readonly type: (draft: string) => void;
  readonly begin: () => void;
  readonly leave: () => void;
  /** Brings back the title as it was when the field was entered. */
  readonly takeBack: () => void;
}

/** `title` is as last read; what is typed meanwhile wins over it until it is saved. */
export function useTitleDraft(uid: DocumentUid, title: string): TitleDraft {
  const [draft, setDraft] = useState(title);
  const latest = useRef(title);
  /** What the archive has, or was last sent. */
  const sent = useRef(title);
  const atBegin = useRef(title);
  const timer = useRef<number | undefined>(undefined);
  const put = (next: string): void => {
    latest.current = next;
    setDraft(next);
  };
  const [told] = useState(savedPart);
  const underWay = useRef(0);
  const gone = useRef(false);
  const save = async (): Promise<void> => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    const next = oneLine(latest.current);
    if (next === sent.current) {
      if (underWay.current === 0) told('saved');
      return;
    }
    sent.current = next;
    underWay.current++;
    const saving = call('renameDocument', { uid, title: next }).then(
      () => {
        underWay.current--;
        if (underWay.current === 0 && timer.current === undefined) told('saved');
      },
      (error: unknown) => {
        underWay.current--;
        sent.current = title;
        // A field that has left the screen is not tried again.
        if (gone.current) {
          told('saved');
          showFailure(error);
        } else told({ failed: failureWords(error) });
      },
    );
    trackSave(uid, saving);
    await saving;
  };
  const readAgain = useEffectEvent((read: string) => {
    // Our own, come back: more may have been typed since.
    if (read === sent.current) return;
    sent.current = read;
    put(read);
  });
  useEffect(() => readAgain(title), [title]);
  const saveNow = useEffectEvent(save);
  useEffect(() => {
    const stop = onFlush(() => saveNow());
    gone.current = false;
    return () => {
      stop();
      gone.current = true;
      // A field that leaves the screen with the focus in it is told of no blur.
      void saveNow();
    };
  }, []);
  return {
    draft,
    type: (next) => {
      put(next);
      // An emptied field is on its way to another title; it is saved when left so.
      if (oneLine(next) === '') return;
      told('saving');
      timer.current ??= window.setTimeout(() => void save(), saveAfterMs);
    },
    begin: () => {
      atBegin.current = latest.current;
    },
    leave: () => {
      put(oneLine(latest.current));
      void save();
    },
    takeBack: () => {
      put(atBegin.current);
      void save();
    },
  };
}

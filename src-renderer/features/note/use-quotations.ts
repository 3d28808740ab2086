/** The quotations of a note, each checked against its source; kept fresh while either changes. */
import type { TextMap } from '@renderer/editor/text-map';
import type { TextSession } from '@renderer/editor/text-session';
import { useTextMap } from '@renderer/features/document/use-saved-session';
import { type Quotation, quotationsIn } from '@shared/quotes/find-quotations';
import { type QuotationState, stateOf } from '@shared/quotes/quotation-state';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type EvidenceOf, type Named, useEvidence } from './use-evidence';

export interface CheckedQuotation {
  readonly quotation: Quotation;
  readonly state: QuotationState;
  /** Title of its document; empty when it is gone. */
  readonly title: string;
  /** BCP 47 language of its document, or empty. */
  readonly language: string;
}

export interface Quotations {
  /** Those whose source has been read. */
  readonly checked: readonly CheckedQuotation[];
  readonly evidenceOf: EvidenceOf;
}

const sameSources = (a: readonly Named[], b: readonly Named[]): boolean =>
  a.length === b.length &&
  a.every((one, index) => one.annotation === b[index]?.annotation && one.document === b[index]?.document);

/** Quotations are looked for when the writer pauses (ms): the whole body is read for it. */
const pauseMs = 250;

/** The text as it was when it last stood still. */
function useSettledMap(text: TextSession): TextMap {
  const map = useTextMap(text);
  const [settled, setSettled] = useState(map);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(map), pauseMs);
    return () => clearTimeout(timer);
  }, [map]);
  return settled;
}

/** Typing elsewhere in the note asks the archive nothing. */
export function useQuotations(text: TextSession): Quotations {
  const map = useSettledMap(text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another map is another text
  const quotations = useMemo(() => quotationsIn(text.snapshot().body), [text, map]);
  const latest = useRef<readonly Named[]>(quotations);
  if (!sameSources(latest.current, quotations)) latest.current = quotations;
  const evidenceOf = useEvidence(latest.current);
  const checked = useMemo(
    () =>
      quotations.flatMap((quotation): readonly CheckedQuotation[] => {
        const evidence = evidenceOf(quotation);
        if (evidence === undefined) return [];
        const { document } = evidence;
        const state = stateOf(quotation, evidence);
        return [{ quotation, state, title: document?.title ?? '', language: document?.metadata.language ?? '' }];
      }),
    [quotations, evidenceOf],
  );
  return { checked, evidenceOf };
}

/** Whether there is something to look at: other words than the source's, or no source any more. */
export const needsALook = ({ state: { check, source } }: CheckedQuotation): boolean =>
  check?.is === 'differs' || source !== 'there';

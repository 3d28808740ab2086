/** Which pages of the source a passage stands on, by the text as it was last saved: its place counts in that. */
import type { Annotation } from '@shared/model/annotation';
import type { Body } from '@shared/model/block';
import { pageStarts, pagesOfRange } from '@shared/text/pages';
import { useCallback, useMemo } from 'react';

/** The same function while the text is the same; it gives "12" or "12–13", and undefined where there are no pages. */
export function usePagesOf(body: Body): (annotation: Annotation) => string | undefined {
  const pages = useMemo(() => pageStarts(body), [body]);
  return useCallback(
    ({ orphaned, selector }: Annotation) => (orphaned ? undefined : pagesOfRange(pages, selector.start, selector.end)),
    [pages],
  );
}

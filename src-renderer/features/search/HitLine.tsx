/** A hit as a line of the results: its kind, where and when, the words around the hit, labels. */

import { currentLanguage, inWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { DocumentLine } from '@renderer/ui/DocumentLine';
import { kindStyle } from '@renderer/ui/kind-colours';
import { Sign } from '@renderer/ui/Sign';
import type { SearchHit } from '@shared/contract/search-shapes';
import { printEdtf } from '@shared/dates/print-edtf';
import { findKind, isKindId } from '@shared/kinds/kinds';
import { memo } from 'react';

/** The kind of a passage in its sign and colour; nothing for a document. */
export function HitKind({ hit }: { readonly hit: SearchHit }) {
  const kind = isKindId(hit.kind) ? findKind(hit.kind) : undefined;
  if (kind === undefined) return null;
  return (
    <span className="kind-count" style={kindStyle(kind.id)}>
      <Sign sign={kind.sign} />
      {inWords(kind.label)}
    </span>
  );
}

/** What stands under a hit's title: publication or note, date, language. */
export function useHitMeta(hit: SearchHit): readonly string[] {
  const { t } = useTranslation();
  const where = hit.kind === 'note' ? t('common.note') : hit.site;
  return [where, printEdtf(hit.date, currentLanguage(), 'short'), hit.lang];
}

export const HitLine = memo(function HitLine({ hit }: { readonly hit: SearchHit }) {
  const meta = useHitMeta(hit);
  const passage = isKindId(hit.kind);
  return (
    <DocumentLine
      title={hit.title}
      note={hit.kind === 'note'}
      language={hit.lang}
      meta={meta}
      before={<HitKind hit={hit} />}
      text={hit.snippet}
      marks={hit.marks}
      counts={passage ? {} : hit.counts}
      labels={hit.labels}
    />
  );
});

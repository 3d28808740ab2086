/** Passages by kind: the kind's sign and a number, named in full for screen readers. */

import { inWords } from '@renderer/i18n/i18n';
import { type KindId, kinds } from '@shared/kinds/kinds';
import { kindStyle } from './kind-colours';
import { Sign } from './Sign';

/** The sign of a kind in its colour. */
export function KindSign({ kind }: { readonly kind: KindId }) {
  const sign = kinds.find(({ id }) => id === kind)?.sign;
  return (
    <span className="kind-count" style={kindStyle(kind)}>
      <Sign sign={sign} />
    </span>
  );
}

/** Zeroes are left out; nothing is shown when there are none. */
export function KindCounts({ counts }: { readonly counts: Readonly<Partial<Record<KindId, number>>> }) {
  return kinds.map((kind) => {
    const count = counts[kind.id] ?? 0;
    if (count === 0) return null;
    const name = inWords(count === 1 ? kind.label : kind.plural);
    return (
      <span key={kind.id} className="kind-count" style={kindStyle(kind.id)} title={`${count} ${name}`}>
        <Sign sign={kind.sign} />
        {count}
        <span className="visually-hidden"> {name}</span>
      </span>
    );
  });
}

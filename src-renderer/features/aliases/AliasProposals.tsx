/** Names that may mean the same, each with what speaks for it, to be kept as a set or refused. */
import { CallError } from '@renderer/client/client';
import { useArchive } from '@renderer/client/queries';
import { currentLanguage, errorWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import type { AliasProposal, AliasSet } from '@shared/contract/search-shapes';
import { indexText } from '@shared/query/index-text';
import { Check, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { keepProposal, refuseProposal, setFor } from './alias-acts';
import { isRefused, offerAgain, useRefused } from './refused-proposals';

/** Proposals shown before one asks for more. */
const fewProposals = 6;
const mostAsked = 50;

const keyOf = ({ names }: AliasProposal): string => names.map(indexText).join(' / ');

/** Whether one set has all the names. */
const isKept = ({ names }: AliasProposal, sets: readonly AliasSet[]): boolean => {
  const kept = setFor(names, sets)?.names.map(indexText);
  return kept !== undefined && names.every((name) => kept.includes(indexText(name)));
};

/** What there is to say while there are none is said too. */
export function AliasProposals({ sets }: { readonly sets: readonly AliasSet[] }) {
  const { t } = useTranslation();
  const archive = useArchive('archiveInfo', {}).data?.path ?? '';
  const { data, error } = useArchive('proposeAliases', { limit: mostAsked });
  const { refused } = useRefused();
  const [all, setAll] = useState(false);
  const proposals = data?.filter((one) => !isKept(one, sets) && !isRefused(refused, archive, one.names)) ?? [];
  const { head, list, leaveFrom } = useNextFocus(proposals.length);
  const shown = all ? proposals : proposals.slice(0, fewProposals);
  const rest = proposals.length - shown.length;
  return (
    <section className="proposals" aria-labelledby="proposals-head">
      <h3 id="proposals-head" ref={head} tabIndex={-1} className="proposals__head">
        {t('search.aliases.proposed')}
      </h3>
      <p className="field__hint" role="status">
        {error !== null
          ? errorWords(error instanceof CallError ? error.data : { code: 'internal' })
          : data === undefined
            ? t('common.loading')
            : t(proposals.length === 0 ? 'search.aliases.proposedNone' : 'search.aliases.proposedIntro')}
      </p>
      <ul ref={list} className="proposals__list">
        {shown.map((proposal, index) => (
          <Proposal
            key={keyOf(proposal)}
            proposal={proposal}
            into={setFor(proposal.names, sets)}
            onKeep={() => {
              leaveFrom(index);
              void keepProposal(proposal, sets);
            }}
            onRefuse={() => {
              leaveFrom(index);
              refuseProposal(proposal, archive);
            }}
          />
        ))}
      </ul>
      <div className="proposals__foot">
        {rest > 0 && (
          <Button look="quiet" onPress={() => setAll(true)}>
            {t('search.aliases.moreProposed', { count: rest })}
          </Button>
        )}
        {refused.some(([of]) => of === archive) && (
          <Button look="quiet" onPress={() => offerAgain(archive)}>
            {t('search.aliases.offerAgain')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** A line that goes away takes the focus with it: the one after it gets it, or the head when none is left. */
function useNextFocus(count: number) {
  const head = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const left = useRef<number | null>(null);
  const before = useRef(count);
  useEffect(() => {
    const from = left.current;
    if (from !== null && count < before.current) {
      left.current = null;
      const buttons = list.current?.querySelectorAll<HTMLElement>('li > .proposal__acts > button:first-child');
      (buttons?.[Math.min(from, buttons.length - 1)] ?? head.current)?.focus();
    }
    before.current = count;
  }, [count]);
  const leaveFrom = (index: number) => {
    left.current = index;
  };
  return { head, list, leaveFrom };
}

interface ProposalProps {
  readonly proposal: AliasProposal;
  /** A set that has one of the names already. */
  readonly into: AliasSet | undefined;
  readonly onKeep: () => void;
  readonly onRefuse: () => void;
}

function Proposal({ proposal, into, onKeep, onRefuse }: ProposalProps) {
  const { t } = useTranslation();
  const { names, documents, together, shared } = proposal;
  const listed = (parts: readonly string[]) => new Intl.ListFormat(currentLanguage()).format(parts);
  const reasons = [
    ...(together > 0 ? [t('search.aliases.together', { count: together })] : []),
    ...(shared.length > 0 ? [t('search.aliases.sharedFigures', { figures: listed(shared) })] : []),
    ...(into === undefined ? [] : [t('search.aliases.into', { name: into.names[0] ?? '' })]),
  ];
  return (
    <li className="proposal">
      <div className="proposal__names">
        {names.map((name, index) => (
          <span key={name} className="chip">
            {name}
            <small>{t('search.aliases.standsIn', { count: documents[index] ?? 0 })}</small>
          </span>
        ))}
      </div>
      <div className="proposal__acts">
        <Button aria-label={t('search.aliases.keepNames', { names: listed(names) })} onPress={onKeep}>
          <Check size={14} aria-hidden />
          {t('search.aliases.keep')}
        </Button>
        <Button look="quiet" aria-label={t('search.aliases.refuseNames', { names: listed(names) })} onPress={onRefuse}>
          <X size={14} aria-hidden />
          {t('search.aliases.refuse')}
        </Button>
      </div>
      <p className="proposal__why">{reasons.join(' ')}</p>
    </li>
  );
}

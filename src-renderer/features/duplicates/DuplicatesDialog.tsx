/** Similar articles: pairs with nearly the same text, side by side, to be kept both or merged into one. */
import { currentLanguage } from '@renderer/i18n/i18n';
import { shareInPercent } from '@renderer/i18n/share-in-percent';
import { useTranslation } from '@renderer/i18n/words';
import { Blank } from '@renderer/ui/Blank';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { JobProgress } from '@renderer/ui/JobProgress';
import { showToast } from '@renderer/ui/toasts';
import type { DocumentUid } from '@shared/model/ids';
import { CopyCheck } from 'lucide-react';
import { useState } from 'react';
import { type Done, keepBoth, mergeInto } from './merge-articles';
import { PairCompare } from './PairCompare';
import { PairList } from './PairList';
import { pairKey } from './pair-key';
import { type Pairs, usePairs } from './use-pairs';
import './duplicates.css';

export interface DuplicatesDialogProps {
  /** The articles it is about; null for all of the archive. */
  readonly of: readonly DocumentUid[] | null;
  readonly onOpen: (uid: DocumentUid) => void;
  readonly onClose: () => void;
}

/** Shown while mounted. */
export function DuplicatesDialog({ of, onOpen, onClose: closed }: DuplicatesDialogProps) {
  const { t } = useTranslation();
  const found = usePairs(of);
  const { pairs, drop } = found;
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = pairs.find((pair) => pairKey(pair) === chosen) ?? pairs[0];
  const { done, setDone, act } = useDone();
  const onClose = (): void => {
    closed();
    // Under a dialog messages can’t be reached: what was done last can be taken back after it too.
    if (done !== null) showToast({ text: done.text, action: { label: t('common.undo'), run: done.undo } });
  };
  const open = (uid: DocumentUid): void => {
    onClose();
    onOpen(uid);
  };
  const undo = (): void => {
    done?.undo();
    setDone(null);
  };
  const foot = (
    <>
      <p className="duplicates__hint">{shown === undefined ? '' : t('duplicates.keepHint')}</p>
      {shown !== undefined && (
        <Button onPress={() => void act(keepBoth(shown, () => drop(pairKey(shown))))}>
          {t('duplicates.keepBoth')}
        </Button>
      )}
      <Button look="primary" onPress={onClose}>
        {t('common.close')}
      </Button>
    </>
  );
  return (
    <Dialog size="full" title={t('duplicates.title')} onClose={onClose} foot={foot}>
      <LookingLine found={found} all={of === null} />
      {done !== null && (
        <p className="duplicates__done">
          <span role="status">{done.text}</span>
          <Button onPress={undo} autoFocus>
            {t('common.undo')}
          </Button>
        </p>
      )}
      {shown === undefined ? (
        !found.looking.running && (
          <Blank icon={CopyCheck} title={t('duplicates.none')} hint={t('duplicates.noneHint')} />
        )
      ) : (
        <div className="duplicates">
          <PairList pairs={pairs} shown={pairKey(shown)} onShow={setChosen} />
          <div className="duplicates__shown">
            <p className="duplicates__legend">
              {t(shown.share >= 0.8 ? 'duplicates.nearlySame' : 'duplicates.muchSame', {
                share: shareInPercent(shown.share, currentLanguage()),
              })}{' '}
              {t('duplicates.legend')}
            </p>
            <PairCompare
              key={pairKey(shown)}
              pair={shown}
              onOpen={open}
              onKeep={(keep, gone) => void act(mergeInto(keep, gone, () => drop(gone.uid)))}
            />
          </div>
        </div>
      )}
    </Dialog>
  );
}

/** What was done last in the dialog. */
function useDone() {
  const [done, setDone] = useState<Done | null>(null);
  const act = async (work: Promise<Done | null>): Promise<void> => {
    const next = await work;
    if (next !== null) setDone(next);
  };
  return { done, setDone, act };
}

/** How far the looking is; then how many there are, and whether all articles were looked through. */
function LookingLine({ found, all }: { readonly found: Pairs; readonly all: boolean }) {
  const { t } = useTranslation();
  const { looking, pairs, stop, lookThroughAll } = found;
  const [wantsAll, setWantsAll] = useState(all);
  if (looking.running && wantsAll)
    return (
      <JobProgress
        label={t('duplicates.looking', { done: looking.done, total: looking.total })}
        done={looking.done}
        total={looking.total}
        stopping={false}
        onStop={stop}
      />
    );
  const again = looking.stopped || !wantsAll;
  return (
    <div className="duplicates__line">
      <p role="status">
        {looking.stopped
          ? t('duplicates.stopped', { done: looking.done, total: looking.total })
          : t('duplicates.found', { count: pairs.length })}
      </p>
      {again && (
        <Button
          onPress={() => {
            setWantsAll(true);
            lookThroughAll();
          }}
        >
          {t('duplicates.lookThroughAll')}
        </Button>
      )}
    </div>
  );
}

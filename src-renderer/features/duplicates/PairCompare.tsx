/** Two articles side by side, with what only one of them says marked, and which of them is kept. */
import { CallError } from '@renderer/client/client';
import { useArchive } from '@renderer/client/queries';
import { currentLanguage, errorWords } from '@renderer/i18n/i18n';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Paragraphs } from '@renderer/ui/DiffText';
import type { NearDuplicatePair } from '@shared/contract/duplicate-calls';
import { printEdtf } from '@shared/dates/print-edtf';
import type { DocumentSummary } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { diffWords } from '@shared/text/diff';
import { useMemo } from 'react';
import { isSame, type Stretch, sideBySide } from './side-by-side';

interface PairCompareProps {
  readonly pair: NearDuplicatePair;
  readonly onOpen: (uid: DocumentUid) => void;
  readonly onKeep: (keep: DocumentSummary, gone: DocumentSummary) => void;
}

/** The older one on the left. */
export function PairCompare({ pair: { older, newer }, onOpen, onKeep }: PairCompareProps) {
  const { t } = useTranslation();
  const [left, right] = [
    useArchive('openDocument', { uid: older.uid }),
    useArchive('openDocument', { uid: newer.uid }),
  ];
  const before = left.data?.document.text;
  const after = right.data?.document.text;
  const rows = useMemo(
    () => (before === undefined || after === undefined ? null : sideBySide(diffWords(before, after, older.language))),
    [before, after, older.language],
  );
  const failed = left.error ?? right.error;
  if (failed instanceof CallError) return <p className="duplicates__text">{errorWords(failed.data)}</p>;
  return (
    <section className="duplicates__compare" aria-label={t('duplicates.compare')}>
      <div className="duplicates__heads">
        <Head document={older} onOpen={onOpen} onKeep={() => onKeep(older, newer)} />
        <Head document={newer} onOpen={onOpen} onKeep={() => onKeep(newer, older)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="duplicates__text" tabIndex={0} role="group" aria-label={t('duplicates.texts')} aria-busy={!rows}>
        {rows?.map((row, index) => (
          // A row has no identity but its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: the texts do not change
          <div key={index} className={isSame(row) ? 'duplicates__row duplicates__row--same' : 'duplicates__row'}>
            <Column stretches={row.left} language={older.language} />
            <Column stretches={row.right} language={newer.language} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Column({ stretches, language }: { readonly stretches: readonly Stretch[]; readonly language: string }) {
  return (
    <p lang={language || undefined} dir="auto">
      {stretches.map(({ text, only }, index) => {
        const Words = only ? 'mark' : 'span';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no identity but its place
          <Words key={index}>
            <Paragraphs text={text} />
          </Words>
        );
      })}
    </p>
  );
}

interface HeadProps {
  readonly document: DocumentSummary;
  readonly onOpen: (uid: DocumentUid) => void;
  readonly onKeep: () => void;
}

function Head({ document, onOpen, onKeep }: HeadProps) {
  const { t } = useTranslation();
  const locale = currentLanguage();
  const title = document.title || t('library.untitled');
  const passages = Object.values(document.counts).reduce((sum, count) => sum + (count ?? 0), 0);
  const facts = [
    document.site,
    printEdtf(document.date, locale, 'short'),
    passages === 0 ? '' : t('common.passages', { count: passages }),
  ].filter((part) => part !== '');
  return (
    <div className="duplicates__head">
      <button
        type="button"
        className="report__open"
        lang={document.language || undefined}
        aria-label={t('importing.openExisting', { title })}
        onClick={() => onOpen(document.uid)}
      >
        {title}
      </button>
      <p>{facts.join(' · ')}</p>
      <Button aria-label={t('duplicates.keepThisNamed', { title })} onPress={onKeep}>
        {t('duplicates.keepThis')}
      </Button>
    </div>
  );
}

/** What came in, what was here already, what could not be brought in and why. */

import { currentLanguage, errorWords } from '@renderer/i18n/i18n';
import { shareInPercent } from '@renderer/i18n/share-in-percent';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { useDocumentActs } from '@renderer/ui/document-acts';
import type { ImportReport } from '@shared/contract/import-report';
import type { DocumentUid } from '@shared/model/ids';
import { importLossSentence, type ToldLoss } from '@shared/outcome/import-loss-words';
import type { ReactNode } from 'react';
import './import.css';

export interface ReportProps {
  readonly report: ImportReport;
  readonly onOpen: (uid: DocumentUid) => void;
  /** Shows articles side by side with those of nearly the same text. */
  readonly onCompare: (uids: readonly DocumentUid[]) => void;
  readonly onClose: () => void;
}

/** A longer list is told by its number: nobody reads on. */
const mostLines = 200;
const fileName = (path: string) => path.split(/[\\/]/).pop() ?? path;

function Group<T>({
  title,
  items,
  children,
}: {
  readonly title: string;
  readonly items: readonly T[];
  readonly children: (item: T) => ReactNode;
}) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section className="report__group">
      <h3>{title}</h3>
      <ul>{items.slice(0, mostLines).map(children)}</ul>
      {items.length > mostLines && (
        <p className="report__why">{t('importing.more', { count: items.length - mostLines })}</p>
      )}
    </section>
  );
}

/** What a new version brought, and what became of its passages; nothing when it had none. */
function useVersionWords() {
  const { t } = useTranslation();
  return ({ text, carried, orphaned, losses }: ImportReport['updated'][number]): readonly string[] => [
    ...(text === 'same' ? [t('importing.sameText')] : []),
    ...(carried > 0 ? [t('importing.carried', { count: carried })] : []),
    ...(orphaned > 0 ? [t('importing.orphaned', { count: orphaned })] : []),
    ...(losses.length > 0 ? [lossesInWords(losses)] : []),
  ];
}

/** What became of the passages a file brought to an article that was here. */
function useAttachedWords() {
  const { t } = useTranslation();
  return (item: ImportReport['annotated'][number]): readonly string[] => [
    ...(item.attached > 0 ? [t('importing.attached', { count: item.attached })] : []),
    ...(item.orphaned > 0 ? [t('importing.unplaced', { count: item.orphaned })] : []),
    ...(item.alreadyHere > 0 ? [t('importing.passagesHere', { count: item.alreadyHere })] : []),
    ...(item.losses.length > 0 ? [lossesInWords(item.losses)] : []),
  ];
}

/** Failures first: they are what the person has to act on. */
export function ImportReportDialog({ report, onOpen, onCompare, onClose }: ReportProps) {
  const { t } = useTranslation();
  const versionOf = useVersionWords();
  const { showHistory } = useDocumentActs();
  const filled = report.updated.filter(({ text }) => text === 'first');
  const renewed = report.updated.filter(({ text }) => text !== 'first');
  const attachedOf = useAttachedWords();
  const shareWords = (share: number) => shareInPercent(share, currentLanguage());
  const open = (uid: DocumentUid) => {
    onClose();
    onOpen(uid);
  };
  const foot = (
    <Button look="primary" onPress={onClose} autoFocus>
      {t('common.close')}
    </Button>
  );
  return (
    <Dialog wide title={t('importing.reportTitle')} onClose={onClose} foot={foot}>
      {report.cancelled && <p>{t('importing.cancelled')}</p>}
      <Group title={t('importing.failed', { count: report.failed.length })} items={report.failed}>
        {(item) => (
          <li key={item.path}>
            <p className="report__file">{fileName(item.path)}</p>
            <p className="report__why">{errorWords({ code: item.code, params: { name: fileName(item.path) } })}</p>
          </li>
        )}
      </Group>
      <Group title={t('importing.updated', { count: renewed.length })} items={renewed}>
        {(item) => (
          <li key={item.path}>
            <OpenDocument title={item.title} onOpen={() => open(item.uid)} />
            <p className="report__why">
              {[fileName(item.path), ...versionOf(item)].join(' — ')}{' '}
              {item.text === 'changed' && (
                <button
                  type="button"
                  className="text-button"
                  aria-label={t('importing.showChangesNamed', { title: item.title })}
                  onClick={() => showHistory(item.uid)}
                >
                  {t('importing.showChanges')}
                </button>
              )}
            </p>
          </li>
        )}
      </Group>
      <Group title={t('importing.filledGroup', { count: filled.length })} items={filled}>
        {(item) => (
          <li key={item.path}>
            <OpenDocument title={item.title} onOpen={() => open(item.uid)} />
            <p className="report__why">{[fileName(item.path), ...versionOf(item)].join(' — ')}</p>
          </li>
        )}
      </Group>
      <Group title={t('importing.missing', { count: report.missing.length })} items={report.missing}>
        {(item) => (
          <li key={`${item.path} ${item.url} ${item.title}`}>
            <p className="report__file">{item.title || item.url || t('importing.nameless')}</p>
            <p className="report__why">
              {[
                item.title === '' ? '' : item.url,
                t('importing.waiting', { count: item.passages }),
                fileName(item.path),
                lossesInWords(item.losses),
              ]
                .filter((part) => part !== '')
                .join(' — ')}
            </p>
          </li>
        )}
      </Group>
      <Group title={t('importing.annotated', { count: report.annotated.length })} items={report.annotated}>
        {(item) => (
          <li key={`${item.path} ${item.uid}`}>
            <OpenDocument title={item.title} onOpen={() => open(item.uid)} />
            <p className="report__why">{[fileName(item.path), ...attachedOf(item)].join(' — ')}</p>
          </li>
        )}
      </Group>
      <Group title={t('importing.alreadyHere', { count: report.skipped.length })} items={report.skipped}>
        {(item) => (
          <li key={item.path}>
            <OpenDocument title={item.title} onOpen={() => open(item.uid)} />
            <p className="report__why">{fileName(item.path)}</p>
          </li>
        )}
      </Group>
      <Group title={t('duplicates.reportTitle', { count: report.alike.length })} items={report.alike}>
        {(item) => (
          <li key={item.uid}>
            <OpenDocument title={item.title} onOpen={() => open(item.uid)} />
            <p className="report__why">
              {t('duplicates.like', { title: item.otherTitle, share: shareWords(item.share) })}{' '}
              <button
                type="button"
                className="text-button"
                aria-label={t('duplicates.showPairNamed', { title: item.otherTitle })}
                onClick={() => onCompare(report.alike.map(({ uid }) => uid))}
              >
                {t('duplicates.showPair')}
              </button>
            </p>
          </li>
        )}
      </Group>
      <Group title={t('importing.cameIn', { count: report.imported.length })} items={report.imported}>
        {(item) => (
          <li key={item.uid}>
            <OpenDocument title={item.title} onOpen={() => open(item.uid)} />
            <p className="report__why">
              {fileName(item.path)}
              {item.passages > 0 && ` — ${t('importing.passagesMarked', { count: item.passages })}`}
              {item.losses.length > 0 && ` — ${lossesInWords(item.losses)}`}
            </p>
          </li>
        )}
      </Group>
    </Dialog>
  );
}

const lossesInWords = (losses: readonly ToldLoss[]): string =>
  losses.map((loss) => importLossSentence(loss, currentLanguage())).join(' ');

function OpenDocument({ title, onOpen }: { readonly title: string; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="report__open" aria-label={t('importing.openExisting', { title })} onClick={onOpen}>
      {title}
    </button>
  );
}

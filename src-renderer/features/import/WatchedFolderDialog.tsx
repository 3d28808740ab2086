/** The watched folder: what it does in words, choosing it once, then how it stands, pausing and ending it. */
import { call, shell } from '@renderer/client/client';
import { useArchive } from '@renderer/client/queries';
import { tellingFailure } from '@renderer/client/tell-failure';
import { useTranslation } from '@renderer/i18n/words';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { showToast } from '@renderer/ui/toasts';
import type { FolderSurvey, WatchedFolder } from '@shared/contract/watch-calls';
import { FolderOpen, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import './watched-folder.css';

interface Chosen extends FolderSurvey {
  readonly grant: string;
}

/** Asks for a folder and looks into it; null when there is none. */
async function choose(): Promise<Chosen | null> {
  const granted = await shell().pickImport('watched');
  if (granted === null) return null;
  const survey = await tellingFailure(call('surveyFolder', { grant: granted.grant }));
  return survey === undefined ? null : { ...survey, grant: granted.grant };
}

/** Shown while mounted. */
export function WatchedFolderDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { data: watched } = useArchive('watchedFolder', {});
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [present, setPresent] = useState(false);
  const pick = async (): Promise<void> => {
    const next = await choose();
    if (next === null) return;
    setPresent(false);
    setChosen(next);
  };
  const begin = async (): Promise<void> => {
    if (chosen === null) return;
    if (await tellingFailure(call('watchFolder', { grant: chosen.grant, present }))) setChosen(null);
  };
  const isChoosing = chosen !== null || watched === null;
  const foot = (
    <>
      {chosen !== null && (
        <Button look="primary" onPress={() => void begin()} autoFocus>
          {t('watched.begin')}
        </Button>
      )}
      <Button look={chosen === null ? 'primary' : 'plain'} onPress={onClose}>
        {t(chosen === null ? 'common.close' : 'common.cancel')}
      </Button>
    </>
  );
  return (
    <Dialog wide title={t('watched.title')} onClose={onClose} foot={foot}>
      <div className="watched" aria-busy={watched === undefined}>
        {isChoosing && <p>{t('watched.intro')}</p>}
        {watched && chosen === null && <Standing watched={watched} />}
        {chosen !== null && <Survey chosen={chosen} present={present} onPresent={setPresent} />}
        <section className="watched__part">
          <h3>{t('watched.whatComes')}</h3>
          <p>{t('watched.types')}</p>
          <p>{t('watched.safe')}</p>
        </section>
        <div className="watched__acts">
          <Button onPress={() => void pick()}>
            <FolderOpen size={14} aria-hidden />
            {t(chosen === null && !watched ? 'watched.choose' : 'watched.chooseOther')}
          </Button>
          {watched && chosen === null && <Acts watched={watched} />}
        </div>
      </div>
    </Dialog>
  );
}

interface SurveyProps {
  readonly chosen: Chosen;
  readonly present: boolean;
  readonly onPresent: (present: boolean) => void;
}

/** The folder chosen, and whether what lies there comes in too. */
function Survey({ chosen: { folder, files }, present, onPresent }: SurveyProps) {
  const { t } = useTranslation();
  return (
    <section className="watched__part">
      <h3>{t('watched.chosen')}</h3>
      <p className="watched__folder">{folder}</p>
      {files === 0 ? (
        <p>{t('watched.presentNone')}</p>
      ) : (
        <label className="watched__check">
          <input type="checkbox" checked={present} onChange={(event) => onPresent(event.target.checked)} />
          <span>{t('watched.present', { count: files })}</span>
        </label>
      )}
    </section>
  );
}

/** How the folder that is watched stands. */
function Standing({ watched: { folder, paused, problem, cameIn, waiting } }: { readonly watched: WatchedFolder }) {
  const { t } = useTranslation();
  return (
    <section className="watched__part">
      <h3>{t('watched.chosen')}</h3>
      <p className="watched__folder">{folder}</p>
      {problem !== null && !paused ? (
        <p className="watched__problem" role="alert">
          <TriangleAlert size={14} aria-hidden />
          {t(`watched.${problem}`)}
        </p>
      ) : (
        <p role="status">{t(paused ? 'watched.paused' : 'watched.watching')}</p>
      )}
      <p>
        {t('watched.cameIn', { count: cameIn })}
        {waiting > 0 && ` ${t('watched.waiting', { count: waiting })}`}
      </p>
    </section>
  );
}

function Acts({ watched: { name, paused } }: { readonly watched: WatchedFolder }) {
  const { t } = useTranslation();
  const stop = async (): Promise<void> => {
    const ended = await tellingFailure(call('stopWatching', {}).then(() => ({ done: true })));
    if (ended) showToast({ text: t('watched.stopped', { name }) });
  };
  return (
    <>
      <Button onPress={() => void tellingFailure(call('pauseWatching', { paused: !paused }))}>
        {t(paused ? 'watched.goOn' : 'watched.pause')}
      </Button>
      <Button onPress={() => void stop()}>{t('watched.stop')}</Button>
    </>
  );
}

/** How far a work is, in a line, with a way to stop it. */
import { useTranslation } from '@renderer/i18n/words';
import './archive-facts.css';
import { Button } from './Button';

interface JobProgressProps {
  readonly label: string;
  readonly done: number;
  /** 0 until it is known. */
  readonly total: number;
  readonly stopping: boolean;
  readonly onStop: () => void;
}

/** For inside a dialog or a card. */
export function JobProgress({ label, done, total, stopping, onStop }: JobProgressProps) {
  const { t } = useTranslation();
  const percent = total === 0 ? null : Math.round((done / total) * 100);
  return (
    <div className="job-progress">
      <div className="job-progress__line">
        <span role="status">{label}</span>
        <Button onPress={onStop} isDisabled={stopping}>
          {t(stopping ? 'trust.stopping' : 'trust.stop')}
        </Button>
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-label={label}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        {percent === null ? (
          <div key="unknown" className="progress__bar progress__bar--unknown" />
        ) : (
          <div key="known" className="progress__bar" style={{ width: `${percent}%` }} />
        )}
      </div>
    </div>
  );
}

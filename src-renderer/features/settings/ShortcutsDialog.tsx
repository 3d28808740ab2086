/** The sheet of keys, in groups; what stands on it comes from the registries. */

import { useTranslation } from '@renderer/i18n/words';
import { Dialog } from '@renderer/ui/Dialog';
import './settings.css';

/** A line of the sheet, already in words. */
export interface ShortcutLine {
  readonly id: string;
  readonly label: string;
  readonly keys: string;
}

export interface ShortcutsDialogProps {
  readonly groups: readonly { readonly id: string; readonly label: string; readonly lines: readonly ShortcutLine[] }[];
  readonly onClose: () => void;
}

/** Shown while mounted. */
export function ShortcutsDialog({ groups, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog wide title={t('settings.shortcutsTitle')} onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet is longer than a low window, and scrolls by keys */}
      <section className="shortcuts" tabIndex={0} aria-label={t('settings.shortcutsTitle')}>
        {groups.map((group) => (
          <section key={group.id}>
            <h3 className="field__label">{group.label}</h3>
            <dl>
              {group.lines.map((line) => (
                <div key={line.id} className="shortcuts__line">
                  <dt>{line.label}</dt>
                  <dd>
                    <kbd>{line.keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  );
}

/** Every command by name, with its key; accents and case don't matter. */

import { useTranslation } from '@renderer/i18n/words';
import { Search } from 'lucide-react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField } from 'react-aria-components';
import { matchesCommand } from './match-command';
import './palette.css';

/** A command in words. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly keys: string;
  readonly disabled: boolean;
  readonly run: () => void;
}

export interface CommandPaletteProps {
  readonly entries: readonly PaletteEntry[];
  readonly onClose: () => void;
}

/** Runs the chosen command after it has closed, so that the focus is back where it was. */
export function CommandPalette({ entries, onClose }: CommandPaletteProps) {
  const { t } = useTranslation();
  const choose = (id: unknown) => {
    onClose();
    const entry = entries.find((one) => one.id === id);
    if (entry) setTimeout(entry.run);
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => open || onClose()} className="scrim scrim--top">
      <Modal className="dialog palette">
        <Dialog aria-label={t('settings.paletteTitle')} className="dialog__frame">
          <Autocomplete filter={matchesCommand}>
            <SearchField aria-label={t('settings.paletteInput')} autoFocus className="palette__field">
              <Search size={16} aria-hidden />
              <Input placeholder={t('settings.paletteInput')} className="palette__input" />
            </SearchField>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: longer than a low window, it scrolls by keys */}
            <div className="palette__scroll" tabIndex={0} role="group" aria-label={t('settings.paletteTitle')}>
              <Menu
                aria-label={t('settings.paletteTitle')}
                className="menu"
                items={entries}
                onAction={choose}
                disabledKeys={entries.filter(({ disabled }) => disabled).map(({ id }) => id)}
                renderEmptyState={() => <p className="palette__none">{t('settings.paletteNone')}</p>}
              >
                {(entry) => (
                  <MenuItem id={entry.id} textValue={entry.label} className="menu__item">
                    <span className="menu__label">{entry.label}</span>
                    {entry.keys !== '' && <kbd>{entry.keys}</kbd>}
                  </MenuItem>
                )}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

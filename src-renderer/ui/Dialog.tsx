/** Dialogs: a titled frame with a close button and a foot for the actions. */

import { useTranslation } from '@renderer/i18n/words';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from './Button';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly wide?: boolean;
  /** `full`: as much of the window as there is, for reading in it. */
  readonly size?: 'usual' | 'full';
  readonly role?: 'dialog' | 'alertdialog';
}

/** Shown while mounted; Escape and a press outside close it. */
export function Dialog({ title, onClose, children, foot, wide = false, size = 'usual', role = 'dialog' }: DialogProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLElement>(null);
  useKeysWithoutFocus(frame, onClose);
  const look = size === 'full' ? 'dialog dialog--full' : wide ? 'dialog dialog--wide' : 'dialog';
  return (
    <ModalOverlay isOpen isDismissable={role === 'dialog'} onOpenChange={(open) => open || onClose()} className="scrim">
      <Modal className={look}>
        <AriaDialog ref={frame} role={role} className="dialog__frame">
          <div className="dialog__head">
            <Heading slot="title" className="dialog__title">
              {title}
            </Heading>
            <IconButton label={t('common.close')} icon={X} onPress={onClose} />
          </div>
          <div className="dialog__body">{children}</div>
          {foot !== undefined && <div className="dialog__foot">{foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A button that was pressed and is disabled or gone took the focus with it: keys would reach no dialog. */
function useKeysWithoutFocus(frame: { readonly current: HTMLElement | null }, onClose: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    if (event.key === 'Escape') onClose();
    else frame.current?.focus();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that can't be undone. */
export function ConfirmDialog({ title, text, confirm, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const act = () => {
    onClose();
    onConfirm();
  };
  const foot = (
    <>
      <Button onPress={onClose} autoFocus>
        {t('common.cancel')}
      </Button>
      <Button look="danger" onPress={act}>
        {confirm}
      </Button>
    </>
  );
  return (
    <Dialog title={title} role="alertdialog" onClose={onClose} foot={foot}>
      <p>{text}</p>
    </Dialog>
  );
}

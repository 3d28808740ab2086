/** Shows the queue of toasts and has screen readers say them. */

import { useTranslation } from '@renderer/i18n/words';
import { X } from 'lucide-react';
import { Button, IconButton } from './Button';
import { closeToast, holdToast, releaseToast, type Toast, type ToastAction, useToasts } from './toasts';

function ToastLine({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  const act = ({ run }: ToastAction) => {
    closeToast(toast.id);
    run();
  };
  return (
    <li
      className={`toast toast--${toast.tone}`}
      onMouseEnter={() => holdToast(toast.id)}
      onMouseLeave={() => releaseToast(toast.id)}
      onFocus={() => holdToast(toast.id)}
      onBlur={() => releaseToast(toast.id)}
    >
      <span className="toast__text" role={toast.tone === 'failed' ? 'alert' : 'status'}>
        {toast.text}
      </span>
      {[toast.action, toast.second].map(
        (action) =>
          action && (
            <Button key={action.label} onPress={() => act(action)}>
              {action.label}
            </Button>
          ),
      )}
      <IconButton label={t('common.close')} icon={X} onPress={() => closeToast(toast.id)} small />
    </li>
  );
}

/** Put once, at the end of the window. */
export function Toasts() {
  const { t } = useTranslation();
  const { toasts } = useToasts();
  return (
    <section aria-label={t('common.notifications')}>
      <ul className="toasts">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} />
        ))}
      </ul>
    </section>
  );
}

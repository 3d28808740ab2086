/** Keeps a bug in one part of the window from taking the others with it. */

import { useTranslation } from '@renderer/i18n/words';
import { Blank } from '@renderer/ui/Blank';
import { Button } from '@renderer/ui/Button';
import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
}

/** React logs the error itself; the person gets a calm message and a way on. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Crash onRetry={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

function Crash({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Blank icon={TriangleAlert} title={t('common.crash')} hint={t('common.crashHint')}>
      <Button onPress={onRetry}>{t('common.tryAgain')}</Button>
    </Blank>
  );
}

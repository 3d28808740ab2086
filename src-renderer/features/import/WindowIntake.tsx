/** Takes what is dropped anywhere on the window, or pasted while no field has the focus. */

import { isTakenDrop } from '@renderer/editor/take-pictures';
import { useTranslation } from '@renderer/i18n/words';
import type { Scope } from '@shared/contract/calls';
import { Inbox } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { importDropped, importPasted, textOf } from './import-actions';
import './import.css';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Whether a paste belongs to a field, an editor or an open dialog rather than to the window. */
function belongsToField(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return true;
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)
  );
}

/** Shows an overlay while files are over the window. */
export function WindowIntake({ scope }: { readonly scope: Scope }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    setOver(false);
    if (!carriesFiles(event) || isTakenDrop(event)) return;
    event.preventDefault();
    void importDropped([...(event.dataTransfer?.files ?? [])], scope);
  });
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || event.clipboardData === null || belongsToField(event.target)) return;
    const files = [...event.clipboardData.files];
    const content = textOf(event.clipboardData);
    if (content !== null) void importPasted(content);
    else if (files.length > 0) void importDropped(files, scope);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragenter', hover, { signal });
    window.addEventListener('dragover', hover, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('paste', paste, { signal });
    return () => stop.abort();
  }, []);
  if (!over) return null;
  return (
    <div className="drop-overlay" role="status">
      <div className="drop-overlay__card">
        <Inbox size={34} strokeWidth={1.3} aria-hidden />
        <p className="blank__title">{t('importing.dropHere')}</p>
        <p>{t('importing.dropHint')}</p>
      </div>
    </div>
  );
}

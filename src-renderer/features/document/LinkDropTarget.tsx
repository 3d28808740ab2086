/** A line of a list as a place where a passage can be dropped to link it with what the line shows. */
import { type DragEvent, type ReactNode, useState } from 'react';
import { dragHoldsLink, type LinkTarget, maySettleOn, settleLink } from './link-drag';
import './link-drop-target.css';

interface LinkDropTargetProps {
  readonly target: LinkTarget;
  readonly children: ReactNode;
}

/** Shows while a passage is over it that it would be linked. */
export function LinkDropTarget({ target, children }: LinkDropTargetProps) {
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent): void => {
    if (!dragHoldsLink(event.dataTransfer) || !maySettleOn(target)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'link';
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    if (!dragHoldsLink(event.dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
    settleLink(target);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: L on the card does the same by keys
    <div
      className={over ? 'link-drop-target link-drop-target--over' : 'link-drop-target'}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {children}
    </div>
  );
}

/** Something behind a button, shown over what is below it until Escape or a press elsewhere. */
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { IconButton } from './Button';

interface DisclosureProps {
  /** Name of the button and of what it shows. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** The focus goes into it and comes back to the button. */
export function Disclosure({ label, icon, children }: DisclosureProps) {
  return (
    <DialogTrigger>
      <IconButton label={label} icon={icon} small />
      <Popover className="popover popover--form" placement="bottom end">
        <Dialog className="popover__form" aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Buttons: with words, or with a sign and a spoken name. */
import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';

interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
}

/** A button with words. */
export function Button({ look = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button button--${look}`} />;
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  /** What it does: its name for screen readers and its tip. */
  readonly label: string;
  /** Shown in the tip. */
  readonly keys?: string;
  readonly icon: LucideIcon;
  readonly small?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with a sign only; its name is shown as a tip. */
export function IconButton({ label, keys, icon: Icon, small = false, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...props} aria-label={label} className={small ? 'icon-button icon-button--small' : 'icon-button'}>
        <Icon size={small ? 14 : 16} aria-hidden />
      </AriaButton>
      <Tooltip className="tip" placement="bottom" offset={6}>
        {label}
        {keys !== undefined && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}

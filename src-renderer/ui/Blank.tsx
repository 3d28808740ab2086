/** An empty place that says what to do. */
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface BlankProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** A sign, a sentence, a hint and, as children, the actions offered. */
export function Blank({ icon: Icon, title, hint, children }: BlankProps) {
  return (
    <div className="blank">
      <Icon size={26} strokeWidth={1.4} aria-hidden />
      <p className="blank__title">{title}</p>
      {hint !== undefined && <p className="blank__hint">{hint}</p>}
      {children !== undefined && <div className="blank__actions">{children}</div>}
    </div>
  );
}

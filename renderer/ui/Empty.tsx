import type { ReactNode } from 'react';

export interface EmptyProps {
  /** A whole sentence: `Nothing is planned for Lyon this week.` */
  readonly title: string;
  readonly children?: ReactNode;
  /** A button or link to the next step. */
  readonly action?: ReactNode;
  /** Inside a section instead of a page. */
  readonly compact?: boolean;
}

/** Nothing is here, why, and what one can do. */
export function Empty({ title, children, action, compact }: EmptyProps) {
  return (
    <div className="tg-face" data-compact={compact || undefined}>
      <p className="tg-face-title">{title}</p>
      {children && <p>{children}</p>}
      {action && <div className="tg-face-actions">{action}</div>}
    </div>
  );
}

import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { IconButton } from './IconButton.tsx';

export interface SidePanelProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** Slides over the page's end and leaves the page usable. Its parent is `position: relative`. */
export function SidePanel({ title, onClose, children, actions }: SidePanelProps) {
  const titleId = useId();
  return (
    <aside
      className="tg-panel"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className="tg-panel-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton label="Close" icon={X} onPress={onClose} />
      </header>
      <div className="tg-panel-body">{children}</div>
      {actions && <footer className="tg-panel-foot">{actions}</footer>}
    </aside>
  );
}

import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
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
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Node)) return;
      const shown = panel.current;
      // Pressed in the panel, or in nothing else: the page itself has the focus once an address has opened the panel.
      if (shown?.contains(event.target) || event.target.contains(shown)) onClose();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <aside ref={panel} className="tg-panel" aria-labelledby={titleId}>
      <header className="tg-panel-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton label="Close" icon={X} onPress={onClose} />
      </header>
      <div className="tg-panel-body">{children}</div>
      {actions && <footer className="tg-panel-foot">{actions}</footer>}
    </aside>
  );
}

import type { ReactElement } from 'react';
import { Tooltip as Bubble, TooltipTrigger } from 'react-aria-components';

export interface TooltipProps {
  readonly text: string;
  /** A focusable element: a button or link of React Aria, or one wrapped in `Focusable`. */
  readonly children: ReactElement;
  readonly delayMs?: number;
}

/** Says a name or a clipped text in full, on hover and on focus. */
export function Tooltip({ text, children, delayMs = 400 }: TooltipProps) {
  return (
    <TooltipTrigger delay={delayMs} closeDelay={0}>
      {children}
      <Bubble className="tg-tooltip" offset={6}>
        {text}
      </Bubble>
    </TooltipTrigger>
  );
}

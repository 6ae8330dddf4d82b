import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from 'react-aria-components';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** Read out, and shown on hover and focus. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly kind?: 'plain' | 'quiet';
  readonly size?: 'normal' | 'small';
}

/** A button of one icon; its name is never left out. */
export function IconButton({ label, icon: Icon, kind = 'quiet', size = 'normal', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <Button {...rest} aria-label={label} className="tg-button" data-kind={kind} data-size={size} data-square>
        <Icon size={16} aria-hidden />
      </Button>
    </Tooltip>
  );
}

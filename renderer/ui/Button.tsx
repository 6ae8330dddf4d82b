import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as Pressable, type ButtonProps as PressableProps } from 'react-aria-components';

export interface ButtonProps extends Omit<PressableProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  /** One `primary` per page or dialog. */
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
  readonly icon?: LucideIcon;
}

/** A button whose words say what happens. */
export function Button({ children, kind = 'plain', size = 'normal', icon: Icon, ...rest }: ButtonProps) {
  return (
    <Pressable {...rest} className="tg-button" data-kind={kind} data-size={size}>
      {Icon && <Icon size={16} aria-hidden />}
      {children}
    </Pressable>
  );
}

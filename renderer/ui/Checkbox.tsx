import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as Box, type CheckboxProps as BoxProps } from 'react-aria-components';

export interface CheckboxProps extends Omit<BoxProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
}

/** Yes or no, with its sentence. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <Box {...rest} className="tg-check">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="tg-check-box">
            {isIndeterminate ? <Minus size={12} aria-hidden /> : isSelected && <Check size={12} aria-hidden />}
          </span>
          <span>{children}</span>
        </>
      )}
    </Box>
  );
}

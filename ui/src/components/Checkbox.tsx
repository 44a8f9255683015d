// A box to tick, with its label beside it or, where the label is not shown, its name for screen readers.
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import styles from './Checkbox.module.css';

type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> & { children?: ReactNode };

export function Checkbox({ children, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={styles.checkbox ?? ''}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <TickBox state={isIndeterminate ? 'some' : isSelected ? 'all' : 'none'} />
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}

/** Only the picture of a box, for rows whose own state says it to screen readers. */
export function TickBox({ state }: { state: 'none' | 'some' | 'all' }) {
  return (
    <span className={styles.box} data-state={state} aria-hidden="true">
      {state === 'all' && <Check />}
      {state === 'some' && <Minus />}
    </span>
  );
}

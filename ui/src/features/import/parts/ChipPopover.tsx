// A chip that says a setting ("Encoding UTF-8") and opens what changes it.
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { ChipButton } from '@/components/Chip';
import styles from './ChipPopover.module.css';

type ChipPopoverProps = {
  label: string;
  value: string;
  tone?: 'plain' | 'warn';
  /** Wide enough for sentences instead of a list. */
  wide?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode | ((close: () => void) => ReactNode);
};

export function ChipPopover({ label, value, tone, wide = false, onOpenChange, children }: ChipPopoverProps) {
  return (
    <DialogTrigger onOpenChange={onOpenChange}>
      <ChipButton tone={tone}>
        <span>{label}</span>{' '}
        <b className={styles.value}>
          <bdi>{value}</bdi>
        </b>
        <ChevronDown aria-hidden="true" />
      </ChipButton>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={5} data-wide={wide || undefined}>
        <Dialog className={styles.dialog ?? ''} aria-label={label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

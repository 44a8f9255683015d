// Small rounded pieces: a plain word (group, tag), a filter that can be taken away, and the chip that opens a menu.
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './Chip.module.css';
import { classes } from './classes';

export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className={styles.tag}>
      <bdi>{children}</bdi>
    </span>
  );
}

type ViewChipProps = {
  children: ReactNode;
  on?: boolean;
  onPress?: () => void;
  onRemove?: () => void;
  removeLabel?: string;
};

/** A view of the list: "All", or a filter in force that can be removed. */
export function ViewChip({ children, on = false, onPress, onRemove, removeLabel }: ViewChipProps) {
  if (onRemove) {
    return (
      <span className={classes(styles.view, styles.on)}>
        {children}
        <Button className={styles.remove ?? ''} aria-label={removeLabel} onPress={onRemove}>
          <X />
        </Button>
      </span>
    );
  }
  return (
    <Button className={classes(styles.view, on && styles.on)} aria-pressed={on} onPress={onPress}>
      {children}
    </Button>
  );
}

type ChipProps = { children: ReactNode; tone?: 'plain' | 'warn' };

/** A fact in a line of facts. As the trigger of a menu, use ChipButton. */
export function Chip({ children, tone = 'plain' }: ChipProps) {
  return <span className={classes(styles.chip, tone === 'warn' && styles.warn)}>{children}</span>;
}

type ChipButtonProps = ChipProps & { onPress?: () => void; isDisabled?: boolean };

/** A chip that can be pressed; inside `Menu trigger={…}` it opens the menu. */
export function ChipButton({ children, tone = 'plain', ...props }: ChipButtonProps) {
  return (
    <Button {...props} className={classes(styles.chip, styles.pressable, tone === 'warn' && styles.warn)}>
      {children}
    </Button>
  );
}

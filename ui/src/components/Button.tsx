// The button of the window, in its four weights, and the icon-only button, which always has a name and shows it on hover.
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import styles from './Button.module.css';
import { classes } from './classes';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  variant?: 'main' | 'normal' | 'plain' | 'danger';
  size?: 'normal' | 'small';
  icon?: ReactNode;
  children?: ReactNode;
};

export function Button({ variant = 'normal', size = 'normal', icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={classes(styles.button, styles[variant], size === 'small' && styles.small)}>
      {icon}
      {children}
    </AriaButton>
  );
}

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon'> & { label: string; icon: ReactNode };

export function IconButton({ label, icon, variant = 'plain', size = 'normal', ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...props}
        aria-label={label}
        className={classes(styles.button, styles.icon, styles[variant], size === 'small' && styles.small)}
      >
        {icon}
      </AriaButton>
      <Tooltip className={styles.tooltip} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

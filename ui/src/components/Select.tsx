// One of a few choices, shown as a button with the chosen one; a long list can be filtered by typing its first letters.
import { Check, ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import menu from './Menu.module.css';
import styles from './Select.module.css';
import field from './TextField.module.css';

export type Choice = { id: string; label: string };

type SelectProps = {
  label: string;
  /** Shows the label only to screen readers. */
  quiet?: boolean;
  choices: Choice[];
  value: string | null;
  onChange: (id: string) => void;
  placeholder?: string;
  isDisabled?: boolean;
};

export function Select({ label, quiet, choices, value, onChange, placeholder, isDisabled }: SelectProps) {
  const choose = (key: Key | null) => key !== null && onChange(String(key));
  return (
    <AriaSelect
      className={field.field ?? ''}
      value={value}
      onChange={choose}
      placeholder={placeholder}
      isDisabled={isDisabled}
      aria-label={quiet ? label : undefined}
    >
      {!quiet && <Label className={field.label}>{label}</Label>}
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown />
      </Button>
      <Popover className={`${menu.popover} ${styles.popover}`} offset={4}>
        <ListBox className={menu.menu ?? ''} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={menu.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={menu.label}>{choice.label}</span>
                  {isSelected && <Check />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

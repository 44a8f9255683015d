// A chip that says which of a few things holds, and opens a list to choose another.
import { Check } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import menu from '@/components/Menu.module.css';
import { ChipPopover } from './ChipPopover';
import styles from './ChoiceChip.module.css';

type Choice = { id: string; label: string; detail?: string };
type ChoiceChipProps = {
  label: string;
  choices: Choice[];
  value: string;
  onChange: (id: string) => void;
  shown?: string;
};

export function ChoiceChip({ label, choices, value, onChange, shown }: ChoiceChipProps) {
  const current = shown ?? choices.find(({ id }) => id === value)?.label ?? value;
  return (
    <ChipPopover label={label} value={current}>
      {(close) => (
        <ListBox
          className={menu.menu ?? ''}
          aria-label={label}
          autoFocus
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[value]}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : [...keys];
            if (id !== undefined && id !== value) onChange(String(id));
            close();
          }}
          items={choices}
        >
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={menu.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <bdi className={choice.detail === undefined ? menu.label : styles.name}>{choice.label}</bdi>
                  {choice.detail !== undefined && (
                    <span className={menu.label}>
                      <bdi className={styles.detail}>{choice.detail}</bdi>
                    </span>
                  )}
                  {isSelected && <Check aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </ChipPopover>
  );
}

// A choice among sentences: radio buttons beneath each other, each with what it means.
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { classes } from '@/components/classes';
import styles from './RadioList.module.css';

type RadioChoice<T extends string> = { id: T; label: string; text?: string };

type RadioListProps<T extends string> = {
  label: string;
  /** Where a heading above says it already. */
  quiet?: boolean;
  choices: RadioChoice<T>[];
  value: T;
  onChange: (id: T) => void;
};

export function RadioList<T extends string>({ label, quiet = false, choices, value, onChange }: RadioListProps<T>) {
  return (
    <RadioGroup className={styles.group ?? ''} value={value} onChange={(id) => onChange(id as T)}>
      <Label className={classes(styles.label, quiet && 'unseen')}>{label}</Label>
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} className={styles.radio ?? ''}>
          <span className={styles.mark} aria-hidden="true" />
          <span className={styles.words}>
            <span>{choice.label}</span>
            {choice.text && <span className={styles.text}>{choice.text}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

// One of two to four choices that are all visible.
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './Segmented.module.css';
import type { Choice } from './Select';
import field from './TextField.module.css';

type SegmentedProps = {
  label: string;
  quiet?: boolean;
  choices: Choice[];
  value: string;
  onChange: (id: string) => void;
  isDisabled?: boolean;
};

export function Segmented({ label, quiet, choices, value, onChange, isDisabled }: SegmentedProps) {
  return (
    <RadioGroup
      className={field.field ?? ''}
      orientation="horizontal"
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      aria-label={quiet ? label : undefined}
    >
      {!quiet && <Label className={field.label}>{label}</Label>}
      <div className={styles.track}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={styles.segment ?? ''}>
            {choice.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

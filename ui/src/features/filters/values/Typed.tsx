// A value that is typed.
import { Input, TextField } from 'react-aria-components';
import input from '@/components/TextField.module.css';
import styles from '../FilterBuilder.module.css';

type TypedProps = {
  label: string;
  value: string;
  placeholder?: string;
  /** Only digits, and narrow. */
  isNumber?: boolean;
  onChange: (text: string) => void;
};

export function Typed({ label, value, placeholder, isNumber = false, onChange }: TypedProps) {
  return (
    <TextField
      aria-label={label}
      value={value}
      onChange={(text) => onChange(isNumber ? text.replace(/\D/g, '') : text)}
      className={(isNumber ? styles.number : styles.typed) ?? ''}
    >
      <Input
        className={input.input ?? ''}
        dir={isNumber ? 'ltr' : 'auto'}
        inputMode={isNumber ? 'numeric' : undefined}
        placeholder={placeholder}
      />
    </TextField>
  );
}

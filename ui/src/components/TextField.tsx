// One line (or, with `rows`, several lines) of text with its label, a description and the reason it was refused.
import type { ReactNode } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components';
import styles from './TextField.module.css';

type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  label: ReactNode;
  description?: ReactNode;
  error?: string | null;
  placeholder?: string;
  rows?: number;
  /** For phones, e-mails and the like, which stay left to right in every language. */
  ltr?: boolean;
  /** What stands beside the line: the button of a calendar. */
  beside?: ReactNode;
};

export function TextField({ label, description, error, placeholder, rows, ltr, beside, ...props }: TextFieldProps) {
  const dir = ltr ? 'ltr' : 'auto';
  return (
    // A refusal is said, but doesn't keep the form from being sent again: only its sender can tell whether it still holds.
    <AriaTextField {...props} validationBehavior="aria" isInvalid={Boolean(error)} className={styles.field ?? ''}>
      <Label className={styles.label}>{label}</Label>
      {rows ? (
        <TextArea className={styles.input} rows={rows} placeholder={placeholder} dir={dir} />
      ) : (
        <div className={styles.line}>
          <Input className={styles.input} placeholder={placeholder} dir={dir} />
          {beside}
        </div>
      )}
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}

// The options of a list, a line each: renamed where they stand (values follow), added by Enter or by pasting several lines.
import { Plus, X } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { Input, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import field from '@/components/TextField.module.css';
import styles from './dialogs.module.css';
import type { OptionDraft } from './draft';

type OptionsProps = { options: OptionDraft[]; onChange: (options: OptionDraft[]) => void; error: string | null };

export function Options({ options, onChange, error }: OptionsProps) {
  const { t } = useTranslation('fields');
  const focusOn = useRef<number | null>(null);
  const next = Math.max(-1, ...options.map(({ key }) => key)) + 1;
  const insert = (at: number, names: string[]) => {
    const added = names.map((name, index) => ({ key: next + index, name, was: null }));
    focusOn.current = next + names.length - 1;
    onChange([...options.slice(0, at), ...added, ...options.slice(at)]);
  };
  const rename = (key: number, name: string) => onChange(options.map((o) => (o.key === key ? { ...o, name } : o)));
  const onKeyDown = (at: number) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    insert(at + 1, ['']);
  };
  const onPaste = (at: number) => (event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .filter((line) => line.trim());
    if (lines.length < 2) return;
    event.preventDefault();
    insert(at + 1, lines);
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.groupLabel}>{t('options')}</legend>
      {options.map((option, at) => (
        <TextField
          key={option.key}
          className={styles.option ?? ''}
          aria-label={t('optionNumber', { number: at + 1 })}
          value={option.name}
          onChange={(name) => rename(option.key, name)}
        >
          <Input
            className={field.input}
            dir="auto"
            onKeyDown={onKeyDown(at)}
            onPaste={onPaste(at)}
            ref={(element: HTMLInputElement | null) => {
              if (!element || focusOn.current !== option.key) return;
              focusOn.current = null;
              element.focus();
            }}
          />
          <IconButton
            size="small"
            label={t('removeOption', { option: option.name || at + 1 })}
            icon={<X />}
            onPress={() => onChange(options.filter(({ key }) => key !== option.key))}
          />
        </TextField>
      ))}
      <span className={styles.addOption}>
        <Button size="small" variant="plain" icon={<Plus />} onPress={() => insert(options.length, [''])}>
          {t('addOption')}
        </Button>
      </span>
      {error && (
        <span className={field.error} role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
}

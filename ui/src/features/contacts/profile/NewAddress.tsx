// A new address: its parts in one small form, so that it is one change and not five.
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useFailureText } from '@/components/failures';
import { focusOnceReachable } from '@/components/focus';
import { TextField } from '@/components/TextField';
import styles from './NewAddress.module.css';
import { PostcodeRemark } from './PostcodeRemark';
import type { EditRecord } from './useEditContact';
import { useLabel } from './words';

const PARTS = ['street', 'street2', 'postcode', 'city', 'region', 'country'] as const;

type NewAddressProps = { label: string; onEdit: EditRecord; onClose: () => void };

export function NewAddress({ label, onEdit, onClose }: NewAddressProps) {
  const { t } = useTranslation(['profile', 'common']);
  const name = useLabel()(label);
  const inWords = useFailureText();
  const [parts, setParts] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => focusOnceReachable(() => form.current?.querySelector('input') ?? null), []);
  const isBlank = Object.values(parts).every((value) => value.trim() === '');

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBlank) return onClose();
    const filled = Object.entries(parts).map(([field, value]) => ({ field, value }));
    try {
      await onEdit({ kind: 'add_address', label, parts: filled });
      onClose();
    } catch (reason) {
      setRefusal(inWords(reason).message);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape in any of its fields leaves the form
    <form ref={form} className={styles.form} aria-label={name} onSubmit={save} onKeyDown={onKeyDown}>
      {PARTS.map((part, index) => (
        <div key={part} className={styles[part]}>
          <TextField
            label={t(`fields.${part}`)}
            value={parts[part] ?? ''}
            onChange={(value) => setParts((old) => ({ ...old, [part]: value }))}
            error={index === 0 ? refusal : null}
          />
          {part === 'postcode' && <PostcodeRemark value={parts.postcode ?? ''} country={parts.country ?? null} />}
        </div>
      ))}
      <div className={styles.actions}>
        <Button size="small" onPress={onClose}>
          {t('common:cancel')}
        </Button>
        <Button size="small" variant="main" type="submit">
          {t('common:save')}
        </Button>
      </div>
    </form>
  );
}

// Choosing the organization of a tie: one that is there, or a new one, made by the same change.
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useFailureText } from '@/components/failures';
import { OrganizationPicker } from '@/features/organizations/OrganizationPicker';
import type { OrganizationChoice } from '@/ipc/bindings';
import styles from './NewAddress.module.css';

type OrganizationFormProps = {
  value: OrganizationChoice | null;
  onSave: (choice: OrganizationChoice) => Promise<void>;
  onClose: () => void;
};

export function OrganizationForm({ value, onSave, onClose }: OrganizationFormProps) {
  const { t } = useTranslation(['profile', 'common']);
  const inWords = useFailureText();
  const [choice, setChoice] = useState(value);
  const [refusal, setRefusal] = useState<string | null>(null);
  const label = t('fields.organization');

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!choice || (choice.id === value?.id && choice.name === value?.name)) return onClose();
    try {
      await onSave(choice);
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
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: Escape anywhere in it leaves the form
    <form className={styles.form} aria-label={label} onSubmit={save} onKeyDown={onKeyDown}>
      <div className={styles.whole}>
        <OrganizationPicker label={label} value={value} onChange={setChoice} error={refusal} autoFocus />
      </div>
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

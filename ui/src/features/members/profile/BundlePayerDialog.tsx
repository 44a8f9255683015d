// Choosing who pays a membership, or a whole bundle, from the next order on.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import styles from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import { ContactPicker, type PickedContact } from '@/features/organizations/profile/ContactPicker';

type BundlePayerDialogProps = {
  type: string;
  onPayer: (to: number) => Promise<{ batch: number | null }>;
  onClose: () => void;
};

export function BundlePayerDialog({ type, onPayer, onClose }: BundlePayerDialogProps) {
  const { t } = useTranslation(['members', 'common']);
  const { save, isSaving, errorOf } = useSave(onClose);
  const [payer, setPayer] = useState<PickedContact | null>(null);
  const submit = () => {
    if (payer) void save(() => onPayer(payer.id), t('bundle.paying', { name: payer.name }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={submit}
      title={t('bundle.payerTitle', { type })}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving || !payer}>
            {t('bundle.savePayer')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.text}>{t('bundle.payerText')}</p>
        <ContactPicker label={t('bundle.payer')} onChange={setPayer} error={errorOf('payer')} />
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

// What stands at the head and the foot of invoices and receipts.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/TextField';
import styles from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import type { Letterhead } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';

export function LetterheadDialog({ onClose }: { onClose: () => void }) {
  const { data } = useAsk('letterhead', {});
  return data ? <Form held={data} onClose={onClose} /> : null;
}

function Form({ held, onClose }: { held: Letterhead; onClose: () => void }) {
  const { t } = useTranslation(['members', 'common']);
  const { save, isSaving, errorOf } = useSave(onClose);
  const [head, setHead] = useState(held);
  const put = (part: keyof Letterhead) => (value: string) => setHead({ ...head, [part]: value });
  const submit = () => {
    const work = async () => {
      await call('letterhead_set', head);
      return { batch: null };
    };
    void save(work, t('letterhead.done'));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={submit}
      title={t('letterhead.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.text}>{t('letterhead.text')}</p>
        <TextField label={t('letterhead.name')} value={head.name} onChange={put('name')} autoFocus />
        <TextField label={t('letterhead.address')} value={head.address} onChange={put('address')} rows={3} />
        <TextField
          label={t('letterhead.bank')}
          description={t('letterhead.bankHint')}
          value={head.bank}
          onChange={put('bank')}
          rows={2}
        />
        <TextField
          label={t('letterhead.note')}
          description={t('letterhead.noteHint')}
          value={head.note}
          onChange={put('note')}
          rows={2}
        />
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

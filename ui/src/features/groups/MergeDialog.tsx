// Merging groups: which one stays.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Select } from '@/components/Select';
import type { Group } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import styles from './GroupDialog.module.css';
import { useSave } from './useSave';

type MergeDialogProps = { groups: Group[]; onClose: () => void; onDone: () => void };

export function MergeDialog({ groups, onClose, onDone }: MergeDialogProps) {
  const { t } = useTranslation(['groups', 'common']);
  const byHand = groups.filter(({ kind }) => kind === 'static');
  const [into, setInto] = useState(byHand[0] ? String(byHand[0].id) : null);
  const { save, isSaving, errorOf } = useSave(onClose);
  const submit = () => {
    const from = groups.map(({ id }) => id).filter((id) => String(id) !== into);
    const work = () => call('groups_merge', { into: Number(into), from });
    void save(work, t('merge.done'), onDone);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('merge.title', { count: groups.length })}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={into === null || isSaving}>
            {t('merge.action')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.text}>{byHand.length > 0 ? t('merge.text') : t('merge.onlyDynamic')}</p>
        <Select
          label={t('merge.into')}
          choices={byHand.map(({ id, name }) => ({ id: String(id), label: name }))}
          value={into}
          onChange={setInto}
          isDisabled={byHand.length === 0}
        />
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

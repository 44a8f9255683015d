// Counting an issue that was mailed: on which day, and which one it was.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/TextField';
import { TypedDay } from '@/features/fields/values/TypedDay';
import styles from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import type { MembershipType } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { useTyped } from '../dates';

export function MailDialog({ type, onClose }: { type: MembershipType; onClose: () => void }) {
  const { t } = useTranslation(['members', 'common']);
  const typed = useTyped();
  const { save, isSaving, errorOf } = useSave(onClose);
  const [on, setOn] = useState('');
  const [issue, setIssue] = useState('');
  const submit = () => {
    const work = async () => call('issue_mailed', { id: type.id, on: typed.day(on) ?? '', name: issue });
    void save(work, t('types.mailed', { name: type.name }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={submit}
      title={t('types.mailTitle', { name: type.name })}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving || on.trim() === ''}>
            {t('types.mailSave')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.text}>{t('types.mailText')}</p>
        <div className={styles.pair}>
          <TypedDay label={t('types.mailOn')} value={on} onChange={setOn} error={errorOf('on')} autoFocus />
          <TextField
            label={t('types.mailName')}
            description={t('types.mailNameHint')}
            value={issue}
            onChange={setIssue}
          />
        </div>
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

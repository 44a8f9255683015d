// Cancelling, suspending or resuming a membership: from which day on, and why.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/TextField';
import { TypedDay } from '@/features/fields/values/TypedDay';
import styles from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import type { Member, MemberMembership } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { useTyped } from '../dates';

export type ActKind = 'cancel' | 'suspend' | 'resume';

const OPERATIONS = { cancel: 'member_cancel', suspend: 'member_suspend', resume: 'member_resume' } as const;
const DO = { cancel: 'act.doCancel', suspend: 'act.doSuspend', resume: 'act.doResume' } as const;

type ActDialogProps = { kind: ActKind; member: Member; one: MemberMembership; onClose: () => void };

export function ActDialog({ kind, member, one, onClose }: ActDialogProps) {
  const { t } = useTranslation(['members', 'common']);
  const typed = useTyped();
  const { save, isSaving, errorOf } = useSave(onClose);
  const [on, setOn] = useState('');
  const [reason, setReason] = useState('');
  const submit = () => {
    const work = async () =>
      call(OPERATIONS[kind], { id: member.contact_id, type_id: one.type_id, on: typed.day(on), reason });
    void save(work, t(`act.done.${kind}`, { type: one.type }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={submit}
      title={t(`act.${kind}`, { type: one.type })}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant={kind === 'cancel' ? 'danger' : 'main'} type="submit" isDisabled={isSaving}>
            {t(DO[kind])}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.text}>{t(`act.text.${kind}`)}</p>
        <TypedDay
          label={t('act.on')}
          description={t('enroll.startHint')}
          value={on}
          onChange={setOn}
          error={errorOf('on')}
          autoFocus
        />
        <TextField label={t('act.reason')} value={reason} onChange={setReason} />
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

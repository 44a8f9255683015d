// A new code: what it gives, when, and how often.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/TextField';
import { TypedDay } from '@/features/fields/values/TypedDay';
import styles from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import { useTyped } from '@/features/members/dates';
import { call } from '@/ipc/call';
import { useWorth, Worth } from './Worth';

export function CodeForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['money', 'common']);
  const typed = useTyped();
  const { save, isSaving, errorOf } = useSave(onClose);
  const worth = useWorth();
  const [code, setCode] = useState('');
  const [text, setText] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [uses, setUses] = useState('');
  const submit = () => {
    const work = async () =>
      call('promo_code_add', {
        code,
        text,
        ...worth.given(),
        valid_from: typed.day(from),
        valid_until: typed.day(until),
        uses: uses.trim() === '' ? null : Number.parseInt(uses, 10) || 0,
      });
    void save(work, t('codes.added', { code }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={submit}
      title={t('codes.add')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving || code.trim() === '' || !worth.isTyped}>
            {t('codes.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label={t('codes.code')}
          description={t('codes.codeHint')}
          value={code}
          onChange={setCode}
          error={errorOf('code')}
          ltr
          autoFocus
        />
        <Worth worth={worth} error={errorOf('percent') ?? errorOf('amount')} />
        <TextField label={t('codes.text')} description={t('codes.textHint')} value={text} onChange={setText} />
        <div className={styles.pair}>
          <TypedDay label={t('codes.validFrom')} value={from} onChange={setFrom} error={errorOf('valid_from')} />
          <TypedDay label={t('codes.validUntil')} value={until} onChange={setUntil} error={errorOf('valid_until')} />
        </div>
        <TextField
          label={t('codes.uses')}
          description={t('codes.usesHint')}
          value={uses}
          onChange={setUses}
          error={errorOf('uses')}
          ltr
        />
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

// A discount on an order: by a code, or by hand.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Segmented } from '@/components/Segmented';
import { TextField } from '@/components/TextField';
import styles from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import type { MemberOrder as Order } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { useWorth, Worth } from './Worth';

export function DiscountDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation(['money', 'common']);
  const { save, isSaving, errorOf } = useSave(onClose);
  const worth = useWorth(order.total.currency);
  const [by, setBy] = useState<'code' | 'hand'>('code');
  const [code, setCode] = useState('');
  const [text, setText] = useState('');
  const submit = () => {
    const byHand = { code: null, text: text.trim() || t('discount.textOf'), ...worth.given() };
    const byCode = { code, text: null, percent: null, amount: null };
    const work = async () => call('order_discount', { order: order.id, ...(by === 'code' ? byCode : byHand) });
    void save(work, t('discount.done'));
  };
  const isReady = by === 'code' ? code.trim() !== '' : worth.isTyped;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={submit}
      title={t('discount.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving || !isReady}>
            {t('discount.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Segmented
          label={t('discount.by')}
          choices={[
            { id: 'code', label: t('discount.code') },
            { id: 'hand', label: t('discount.hand') },
          ]}
          value={by}
          onChange={(id) => setBy(id as typeof by)}
        />
        {by === 'code' ? (
          <TextField label={t('codes.code')} value={code} onChange={setCode} error={errorOf('code')} ltr />
        ) : (
          <>
            <Worth worth={worth} error={errorOf('percent') ?? errorOf('amount')} />
            <TextField label={t('codes.text')} description={t('discount.textHint')} value={text} onChange={setText} />
          </>
        )}
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

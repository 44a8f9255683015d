// Recording money that came in or goes back: how much, when, how.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { written } from '@/components/money';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { TypedDay } from '@/features/fields/values/TypedDay';
import styles from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import type { PaymentKind, PaymentMethod, Statement } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { useTyped } from '../dates';

const METHODS = ['transfer', 'cash', 'card', 'debit', 'other'] as const satisfies PaymentMethod[];

type PayDialogProps = { id: number; name: string; kind: PaymentKind; statement: Statement; onClose: () => void };

export function PayDialog({ id, name, kind, statement, onClose }: PayDialogProps) {
  const { t } = useTranslation(['members', 'common']);
  const typed = useTyped();
  const { save, isSaving, errorOf } = useSave(onClose);
  const owed = statement.balances.find(({ minor }) => minor > 0);
  const currency =
    owed?.currency ?? statement.orders[0]?.total.currency ?? statement.payments[0]?.amount.currency ?? '';
  const suggested = kind === 'payment' && owed ? typed.shownAmount(written(owed), currency) : '';
  const [amount, setAmount] = useState(suggested);
  const [date, setDate] = useState('');
  const [method, setMethod] = useState<PaymentMethod>('transfer');
  const [note, setNote] = useState('');
  const isPayment = kind === 'payment';
  const submit = () => {
    const work = async () => {
      const kept = typed.amount(amount, currency);
      const input = { id, amount: kept, date: typed.day(date), method, order: null, note };
      return call(isPayment ? 'member_pay' : 'member_refund', input);
    };
    void save(work, t('pay.done', { amount }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={submit}
      title={isPayment ? t('pay.title', { name }) : t('pay.refundTitle', { name })}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving || amount.trim() === ''}>
            {isPayment ? t('pay.save') : t('pay.saveRefund')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.pair}>
          <TextField
            label={currency ? `${t('pay.amount')} (${currency})` : t('pay.amount')}
            value={amount}
            onChange={setAmount}
            error={errorOf('amount')}
            ltr
            autoFocus
          />
          <TypedDay
            label={t('pay.date')}
            placeholder={t('pay.dateHint')}
            value={date}
            onChange={setDate}
            error={errorOf('date')}
          />
        </div>
        <Select
          label={t('pay.method')}
          choices={METHODS.map((one) => ({ id: one, label: t(`pay.methods.${one}`) }))}
          value={method}
          onChange={(one) => setMethod(one as PaymentMethod)}
        />
        <TextField label={t('pay.note')} value={note} onChange={setNote} />
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

// Orders and payments of a contact: what is open, and what has come in.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useMoney } from '@/components/money';
import { useShortDate } from '@/components/numbers';
import { Section } from '@/features/contacts/profile/Section';
import type { MemberOrder as Order, Payment, PaymentKind, Statement } from '@/ipc/bindings';
import { useBalance } from '../words';
import { OrderMenu, PaymentMenu } from './OrderMenus';
import styles from './OrdersPanel.module.css';
import { PayDialog } from './PayDialog';

type OrdersPanelProps = { id: number; name: string; statement: Statement };

export function OrdersPanel({ id, name, statement }: OrdersPanelProps) {
  const { t } = useTranslation('members');
  const inWords = useBalance();
  const [recording, setRecording] = useState<PaymentKind | null>(null);
  const { orders, payments, balances } = statement;
  return (
    <Section title={t('orders')}>
      <div className={styles.balance}>
        <span className={styles.balances}>
          {balances.length === 0
            ? t('settled')
            : balances.map((balance) => <span key={balance.currency}>{inWords(balance)}</span>)}
        </span>
        <Button size="small" onPress={() => setRecording('payment')}>
          {t('pay.open')}
        </Button>
        <Button size="small" variant="plain" isDisabled={payments.length === 0} onPress={() => setRecording('refund')}>
          {t('pay.refund')}
        </Button>
      </div>
      {orders.length > 0 && (
        <ul className={styles.list} aria-label={t('order')}>
          {orders.map((order) => (
            <OneOrder key={order.id} order={order} />
          ))}
        </ul>
      )}
      {payments.length > 0 && (
        <ul className={styles.list} aria-label={t('payment')}>
          {payments.map((payment) => (
            <OnePayment key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
      {recording && (
        <PayDialog id={id} name={name} kind={recording} statement={statement} onClose={() => setRecording(null)} />
      )}
    </Section>
  );
}

function OneOrder({ order }: { order: Order }) {
  const { t } = useTranslation('members');
  const money = useMoney();
  const date = useShortDate();
  const { lines, open, total, state } = order;
  const rest = state === 'part' ? ` · ${t('owes', { amount: money(open) })}` : '';
  return (
    <li className={styles.line}>
      <span className={styles.day}>{date(order.date)}</span>
      <bdi className={styles.what}>{lines.map(({ text }) => text).join(', ')}</bdi>
      <span className={styles.amount}>{money(total)}</span>
      <OrderMenu order={order} />
      <span className={styles.state} data-state={state}>
        {t(`states.${state}`)}
        {rest}
      </span>
    </li>
  );
}

function OnePayment({ payment }: { payment: Payment }) {
  const { t } = useTranslation('members');
  const money = useMoney();
  const date = useShortDate();
  const how = t(`pay.methods.${payment.method}`);
  return (
    <li className={styles.line}>
      <span className={styles.day}>{date(payment.date)}</span>
      <bdi className={styles.what}>{[t(payment.kind), how, payment.note].filter(Boolean).join(' · ')}</bdi>
      <span className={styles.amount}>{money(payment.amount)}</span>
      <PaymentMenu payment={payment} />
    </li>
  );
}

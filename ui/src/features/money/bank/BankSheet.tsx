// A statement of the bank: what came in, which open order each credit is for and why, and booking what is ticked as one batch.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Dialog';
import { useMoney } from '@/components/money';
import { Refusal } from '@/components/Refusal';
import { useUndo } from '@/frame/undo';
import type { Amount, BankLine, BankStatement } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import styles from './Bank.module.css';
import { BankLines } from './BankLines';
import { type Decisions, isTicked, proposalOf } from './decisions';

/** How many credits are shown at once. */
const SHOWN = 200;

export function BankSheet({ path, onClose }: { path: string; onClose: () => void }) {
  const { t } = useTranslation(['money', 'common']);
  const { confirm } = useUndo();
  const { data, error } = useAsk('bank_look', { path, limit: SHOWN }, { keepPrevious: true });
  const [decisions, setDecisions] = useState<Decisions>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [isBooking, setBooking] = useState(false);
  const ticked = (data?.lines ?? []).filter((line) => isTicked(line, decisions));

  const book = async () => {
    setBooking(true);
    setFailure(null);
    const choices = ticked.flatMap((line) => {
      const chosen = proposalOf(line, decisions);
      return chosen ? [{ key: line.key, contact: chosen.contact_id, order: chosen.order }] : [];
    });
    try {
      const { batch, payments } = await call('bank_book', { path, choices });
      confirm(t('bank.done', { count: payments }), batch);
      onClose();
    } catch (reason) {
      setFailure(reason);
      setBooking(false);
    }
  };

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('bank.title')}
      footer={
        <>
          <Total lines={ticked} />
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" isDisabled={isBooking || ticked.length === 0} onPress={() => void book()}>
            {ticked.length > 0 ? t('bank.book', { count: ticked.length }) : t('bank.bookNone')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <Refusal failure={error} />
        {data && <Told statement={data} />}
        {data && <BankLines lines={data.lines} decisions={decisions} onDecide={setDecisions} />}
        {data && data.credits > data.lines.length && (
          <p className={styles.note}>{t('bank.more', { count: data.credits - data.lines.length })}</p>
        )}
        <Refusal failure={failure} />
      </div>
    </Sheet>
  );
}

/** The file, and what of it is not in the list. */
function Told({ statement }: { statement: BankStatement }) {
  const { t } = useTranslation('money');
  const { file, account, booked, outgoing, unread } = statement;
  const parts = [
    t('bank.credits', { count: statement.credits }),
    booked > 0 && t('bank.booked', { count: booked }),
    outgoing > 0 && t('bank.outgoing', { count: outgoing }),
    unread > 0 && t('bank.unread', { count: unread }),
  ];
  return (
    <div className={styles.told}>
      <span className={styles.file}>
        <bdi>{file}</bdi>
        {account && <bdi className={styles.account}>{account}</bdi>}
      </span>
      <span role="status">{parts.filter(Boolean).join(' · ')}</span>
    </div>
  );
}

/** The sum of what is ticked, for comparing with the bank's. */
function Total({ lines }: { lines: BankLine[] }) {
  const { t } = useTranslation('money');
  const money = useMoney();
  const sums = new Map<string, Amount>();
  for (const { amount } of lines) {
    const minor = (sums.get(amount.currency)?.minor ?? 0) + amount.minor;
    sums.set(amount.currency, { minor, currency: amount.currency });
  }
  const total = [...sums.values()].map(money).join(', ');
  return <span className={styles.total}>{total && t('bank.total', { total })}</span>;
}

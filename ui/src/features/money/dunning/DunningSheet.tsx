// What is overdue: the orders that are due for their next level, the letters to those who owe them, and the levels.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Dialog';
import { useMoney } from '@/components/money';
import { Refusal } from '@/components/Refusal';
import { Select } from '@/components/Select';
import { useUndo } from '@/frame/undo';
import type { DueAtLevel } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import { pickSave } from '@/ipc/shell';
import styles from '../bank/Bank.module.css';
import { DueOrders } from './DueOrders';
import { LevelsDialog } from './LevelsDialog';

/** How many orders are shown at once. */
const SHOWN = 200;
const ALL = 'all';

export function DunningSheet({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['money', 'common']);
  const { confirm } = useUndo();
  const [level, setLevel] = useState<number | null>(null);
  const { data, error } = useAsk('dunning_look', { level, limit: SHOWN }, { keepPrevious: true });
  const [without, setWithout] = useState<number[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [isWriting, setWriting] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const ticked = (data?.due ?? []).filter(({ order, deceased }) => !deceased && !without.includes(order));

  const write = async () => {
    setWriting(true);
    setFailure(null);
    try {
      const path = await pickSave(t('dunning.save'), `${t('dunning.file')}.pdf`, ['pdf']);
      if (path === null) return;
      const orders = ticked.map(({ order }) => order);
      const { batch, letters } = await call('dunning_run', { path, level, orders, language: i18n.language });
      confirm(t('dunning.done', { count: letters }), batch);
      onClose();
    } catch (reason) {
      setFailure(reason);
    } finally {
      setWriting(false);
    }
  };

  if (isChanging) return <LevelsDialog onClose={() => setChanging(false)} />;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('dunning.title')}
      footer={
        <>
          <span className={styles.total}>{t('dunning.ticked', { count: ticked.length })}</span>
          <Button onPress={() => setChanging(true)}>{t('dunning.levels')}</Button>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" isDisabled={isWriting || ticked.length === 0} onPress={() => void write()}>
            {t('dunning.write')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <Refusal failure={error} />
        {data && <Level levels={data.levels} value={level} onChange={setLevel} />}
        {data && <DueOrders due={data.due} without={without} onChange={setWithout} />}
        {data && data.total > data.due.length && (
          <p className={styles.note}>{t('dunning.more', { count: data.total - data.due.length })}</p>
        )}
        <Refusal failure={failure} />
      </div>
    </Sheet>
  );
}

type LevelProps = { levels: DueAtLevel[]; value: number | null; onChange: (level: number | null) => void };

/** Which level, each with what is due for it. */
function Level({ levels, value, onChange }: LevelProps) {
  const { t } = useTranslation('money');
  const money = useMoney();
  const label = ({ level, orders, totals }: DueAtLevel) => {
    const counted = t('dunning.orders', { count: orders });
    return [t('dunning.level', { level }), counted, totals.map(money).join(', ')].filter(Boolean).join(' · ');
  };
  return (
    <div className={styles.choice}>
      <Select
        label={t('dunning.which')}
        choices={[
          { id: ALL, label: t('dunning.all') },
          ...levels.map((one) => ({ id: String(one.level), label: label(one) })),
        ]}
        value={value === null ? ALL : String(value)}
        onChange={(id) => onChange(id === ALL ? null : Number(id))}
      />
    </div>
  );
}

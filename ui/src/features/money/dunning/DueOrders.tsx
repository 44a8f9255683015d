// The overdue orders as a table, each with a tick: what is open since when, and how often it was asked for.
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/components/Checkbox';
import { useMoney } from '@/components/money';
import { useShortDate } from '@/components/numbers';
import type { DueOrder } from '@/ipc/bindings';
import styles from '../bank/Bank.module.css';

const COLUMNS = ['name', 'due', 'open', 'reached', 'next'] as const;

type DueOrdersProps = { due: DueOrder[]; without: number[]; onChange: (without: number[]) => void };

export function DueOrders({ due, without, onChange }: DueOrdersProps) {
  const { t } = useTranslation('money');
  if (due.length === 0) {
    return (
      <div className={styles.nothing} role="status">
        <strong>{t('dunning.nothing')}</strong>
        <span>{t('dunning.nothingText')}</span>
      </div>
    );
  }
  const tick = (order: number, ticked: boolean) =>
    onChange(ticked ? without.filter((id) => id !== order) : [...without, order]);
  return (
    <table className={styles.table} aria-label={t('dunning.list')}>
      <thead>
        <tr>
          <td />
          {COLUMNS.map((id) => (
            <th key={id} scope="col" data-number={id === 'open' || undefined}>
              {t(`dunning.columns.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {due.map((one) => (
          <OneOrder
            key={one.order}
            one={one}
            isTicked={!one.deceased && !without.includes(one.order)}
            onTick={(ticked) => tick(one.order, ticked)}
          />
        ))}
      </tbody>
    </table>
  );
}

type OneOrderProps = { one: DueOrder; isTicked: boolean; onTick: (ticked: boolean) => void };

function OneOrder({ one, isTicked, onTick }: OneOrderProps) {
  const { t } = useTranslation('money');
  const money = useMoney();
  const date = useShortDate();
  const { reached, reached_on } = one;
  const mark = one.deceased ? t('dunning.deceased') : one.has_address ? null : t('dunning.noAddress');
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t('dunning.tick', { name: one.name, amount: money(one.open) })}
          isSelected={isTicked}
          isDisabled={one.deceased}
          onChange={onTick}
        />
      </td>
      <th scope="row">
        <bdi>{one.name}</bdi>
        <span className={styles.text}>
          <bdi>{one.text}</bdi>
        </span>
        {mark && <span className={styles.mark}>{mark}</span>}
      </th>
      <td className={styles.day}>
        {date(one.due_on)}
        <span className={styles.text}>{t('dunning.over', { count: one.days_over })}</span>
      </td>
      <td data-number>{money(one.open)}</td>
      <td>
        {reached === null
          ? t('dunning.never')
          : t('dunning.reachedOn', { level: reached, day: date(reached_on ?? '') })}
      </td>
      <td>{t('dunning.level', { level: one.level })}</td>
    </tr>
  );
}

// What a renewal run would do: each membership with its new term and price. One can be left out.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { useMoney } from '@/components/money';
import { useShortDate } from '@/components/numbers';
import type { Renewal, Renewals } from '@/ipc/bindings';
import styles from './RenewalsDialog.module.css';

const COLUMNS = ['name', 'type', 'ends', 'from', 'to', 'price'] as const;

type DueListProps = { due: Renewals; total: string; onLeaveOut: (contact: number) => void };

export function DueList({ due, total, onLeaveOut }: DueListProps) {
  const { t } = useTranslation('members');
  if (due.total === 0) {
    return (
      <div className={styles.nothing} role="status">
        <strong>{t('run.nothing')}</strong>
        <span>{t('run.nothingText')}</span>
      </div>
    );
  }
  const more = due.total - due.renewals.length;
  return (
    <>
      <p className={styles.total} role="status">
        {total}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('run.preview')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {COLUMNS.map((id) => (
                <th key={id} scope="col" data-number={id === 'price' || undefined}>
                  {t(`run.columns.${id}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {due.renewals.map((one) => (
              <DueRow key={`${one.contact_id}-${one.type}`} one={one} onLeaveOut={onLeaveOut} />
            ))}
          </tbody>
        </table>
        {more > 0 && <p className={styles.more}>{t('run.more', { count: more })}</p>}
      </section>
    </>
  );
}

function DueRow({ one, onLeaveOut }: { one: Renewal; onLeaveOut: (contact: number) => void }) {
  const { t } = useTranslation('members');
  const date = useShortDate();
  const money = useMoney();
  const type = one.tier ? `${one.type}, ${one.tier}` : one.type;
  return (
    <tr>
      <th scope="row">
        <bdi>{one.name}</bdi>
      </th>
      <td>
        <bdi>{type}</bdi>
      </td>
      <td>{one.ends && date(one.ends)}</td>
      <td>{date(one.from)}</td>
      <td>{one.to && date(one.to)}</td>
      <td data-number>{money(one.price)}</td>
      <td>
        <IconButton
          size="small"
          label={t('run.leaveOut', { name: one.name })}
          icon={<X />}
          onPress={() => onLeaveOut(one.contact_id)}
        />
      </td>
    </tr>
  );
}

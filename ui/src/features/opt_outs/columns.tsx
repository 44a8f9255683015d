// The columns of the list of opt-outs.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CellText } from '@/components/grid/CellText';
import type { Column } from '@/components/grid/columns';
import { useNumber, useShortDate } from '@/components/numbers';
import { PointMark } from '@/components/PointMark';
import type { OptOutRow } from '@/ipc/bindings';
import styles from './columns.module.css';

export function useOptOutColumns(): Column<OptOutRow>[] {
  const { t } = useTranslation(['opt_outs', 'contacts']);
  const date = useShortDate();
  const number = useNumber();
  return useMemo(
    () => [
      {
        id: 'value',
        label: t('columns.value'),
        min: 190,
        share: 1.2,
        dispensable: 0,
        render: ({ shown, status }) => <PointMark value={shown} status={status} />,
      },
      {
        id: 'contact',
        label: t('columns.contact'),
        min: 150,
        share: 1.2,
        dispensable: 1,
        render: ({ contacts: [first, ...others] }) =>
          first ? (
            <span className={styles.name}>
              <bdi>{first.name || t('contacts:unnamed')}</bdi>
              {others.length > 0 && (
                <span className={styles.dim} title={others.map(({ name }) => name).join(', ')}>
                  {' '}
                  +{number(others.length)}
                </span>
              )}
            </span>
          ) : (
            <span className={styles.dim}>{t('nobody')}</span>
          ),
      },
      {
        id: 'since',
        label: t('columns.since'),
        min: 104,
        share: 0,
        dispensable: 2,
        render: ({ since }) => <span className={styles.dim}>{date(since)}</span>,
      },
      {
        id: 'initiative',
        label: t('columns.initiative'),
        min: 132,
        share: 0,
        dispensable: 3,
        render: ({ initiative }) =>
          initiative && <span className={styles.quiet}>{t(`initiatives.${initiative}`)}</span>,
      },
      {
        id: 'reason',
        label: t('columns.reason'),
        min: 130,
        share: 1.4,
        dispensable: 4,
        render: ({ reason }) => reason && <CellText tone="quiet">{reason}</CellText>,
      },
    ],
    [t, date, number],
  );
}

// The columns of the list of contacts.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/components/grid/columns';
import { useNumber, useShortDate } from '@/components/numbers';
import { PointMark } from '@/components/PointMark';
import type { ContactRow, PointCell } from '@/ipc/bindings';
import styles from './columns.module.css';

function Reach({ point }: { point: PointCell | null }) {
  return point && <PointMark value={point.value} status={point.status} />;
}

export function useContactColumns(): Column<ContactRow>[] {
  const { t } = useTranslation('contacts');
  const date = useShortDate();
  const number = useNumber();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('columns.name'),
        min: 150,
        share: 1.25,
        dispensable: 0,
        render: ({ name }) => (
          <bdi className={name ? styles.name : styles.dim} title={name}>
            {name || t('unnamed')}
          </bdi>
        ),
      },
      {
        id: 'organization',
        label: t('columns.organization'),
        min: 130,
        share: 1.2,
        dispensable: 2,
        render: ({ organization }) =>
          organization && (
            <bdi className={styles.quiet} title={organization}>
              {organization}
            </bdi>
          ),
      },
      {
        id: 'phone',
        label: t('columns.phone'),
        min: 164,
        share: 0,
        dispensable: 1,
        render: ({ phone }) => <Reach point={phone} />,
      },
      {
        id: 'email',
        label: t('columns.email'),
        min: 184,
        share: 1.5,
        dispensable: 1,
        render: ({ email }) => <Reach point={email} />,
      },
      {
        id: 'groups',
        label: t('columns.groups'),
        min: 120,
        share: 1,
        dispensable: 3,
        render: ({ groups: [first, ...others] }) =>
          first && (
            <span className={styles.quiet}>
              <bdi>{first}</bdi>
              {others.length > 0 && <span title={others.join(', ')}> +{number(others.length)}</span>}
            </span>
          ),
      },
      {
        id: 'created',
        label: t('columns.created'),
        min: 104,
        share: 0,
        dispensable: 4,
        render: ({ created }) => <span className={styles.dim}>{date(created)}</span>,
      },
    ],
    [t, date, number],
  );
}

// The columns of the list of contacts.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CellText } from '@/components/grid/CellText';
import type { Column } from '@/components/grid/columns';
import { useNumber, useShortDate } from '@/components/numbers';
import { PointMark } from '@/components/PointMark';
import type { ContactRow, PointCell } from '@/ipc/bindings';

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
        render: ({ name }) => <CellText tone={name ? 'strong' : 'dim'}>{name || t('unnamed')}</CellText>,
      },
      {
        id: 'organization',
        label: t('columns.organization'),
        min: 130,
        share: 1.2,
        render: ({ organization }) => organization && <CellText tone="quiet">{organization}</CellText>,
      },
      {
        id: 'phone',
        label: t('columns.phone'),
        min: 164,
        share: 0,
        render: ({ phone }) => <Reach point={phone} />,
      },
      {
        id: 'email',
        label: t('columns.email'),
        min: 184,
        share: 1.5,
        render: ({ email }) => <Reach point={email} />,
      },
      {
        id: 'groups',
        label: t('columns.groups'),
        min: 120,
        share: 1,
        render: ({ groups: [first, ...others] }) =>
          first && (
            <CellText tone="quiet" title={[first, ...others].join(', ')}>
              {first}
              {others.length > 0 && ` +${number(others.length)}`}
            </CellText>
          ),
      },
      {
        id: 'created',
        label: t('columns.created'),
        min: 104,
        share: 0,
        render: ({ created }) => <CellText tone="dim">{date(created)}</CellText>,
      },
    ],
    [t, date, number],
  );
}

// The groups with their counts; a group opens its contacts.
import { Layers } from 'lucide-react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { useNumber, useShortDate } from '@/components/numbers';
import { useImport } from '@/features/import/start';
import { ScreenHead } from '@/frame/ScreenHead';
import type { Group } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './GroupsScreen.module.css';

export function GroupsScreen() {
  const { t } = useTranslation('groups');
  const { data } = useAsk('groups_list', {});
  const { chooseFile } = useImport();
  return (
    <>
      <ScreenHead title={t('title')} />
      {data && data.groups.length > 0 && <GroupTable groups={data.groups} />}
      {data && data.groups.length === 0 && (
        <EmptyState
          icon={<Layers />}
          title={t('empty.title')}
          text={t('empty.text')}
          actions={
            <Button variant="main" onPress={chooseFile}>
              {t('empty.import')}
            </Button>
          }
        />
      )}
    </>
  );
}

const COLUMNS = ['name', 'category', 'kind', 'active', 'total', 'created'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['active', 'total']);

function GroupTable({ groups }: { groups: Group[] }) {
  const { t } = useTranslation('groups');
  const navigate = useNavigate();
  const number = useNumber();
  const date = useShortDate();
  return (
    <div className={styles.scroll}>
      <Table
        className={styles.table ?? ''}
        aria-label={t('list')}
        onRowAction={(id) => navigate(`/contacts?group=${id}`)}
      >
        <TableHeader>
          {COLUMNS.map((id) => (
            <Column
              key={id}
              id={id}
              isRowHeader={id === 'name'}
              className={styles.head ?? ''}
              data-number={NUMBERS.has(id)}
            >
              {t(`columns.${id}`)}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {groups.map((group) => (
            <Row key={group.id} id={group.id} className={styles.row ?? ''} textValue={group.name}>
              <Cell className={styles.name ?? ''}>
                <bdi>{group.name}</bdi>
              </Cell>
              <Cell>
                <bdi>{group.category}</bdi>
              </Cell>
              <Cell>{t(`kinds.${group.kind}`)}</Cell>
              <Cell className={styles.number ?? ''}>{number(group.active)}</Cell>
              <Cell className={styles.number ?? ''}>{number(group.total)}</Cell>
              <Cell className={styles.dim ?? ''}>{date(group.created)}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

// The table of groups: a row opens the group's contacts, its menu does everything else.
import { ArrowDown, ArrowUp, CircleAlert, MoreHorizontal } from 'lucide-react';
import type { Ref } from 'react';
import {
  Cell,
  Column,
  Row,
  type Selection,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { IconButton } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { useNumber, useShortDate } from '@/components/numbers';
import type { Group } from '@/ipc/bindings';
import { GroupMenu } from './GroupMenu';
import type { Open } from './GroupsScreen';
import styles from './GroupsScreen.module.css';
import { COLUMNS } from './useShownGroups';

const NUMBERS: ReadonlySet<string> = new Set(['active', 'total']);

type GroupTableProps = {
  groups: Group[];
  chosen: ReadonlySet<number>;
  onChoose: (chosen: ReadonlySet<number>) => void;
  onOpen: (open: Open) => void;
  order: SortDescriptor;
  onOrder: (order: SortDescriptor) => void;
  ref?: Ref<HTMLTableElement>;
};

export function GroupTable({ groups, chosen, onChoose, onOpen, order, onOrder, ref }: GroupTableProps) {
  const { t } = useTranslation('groups');
  const navigate = useNavigate();
  const choose = (keys: Selection) =>
    onChoose(new Set(keys === 'all' ? groups.map(({ id }) => id) : [...keys].map(Number)));
  return (
    <div className={styles.scroll}>
      <Table
        className={styles.table ?? ''}
        aria-label={t('list')}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={choose}
        ref={ref}
        sortDescriptor={order}
        onSortChange={onOrder}
        onRowAction={(id) => navigate(`/contacts?group=${id}`)}
      >
        <TableHeader>
          <Column className={styles.head ?? ''} data-tick>
            <Checkbox slot="selection" aria-label={t('chooseAll')} />
          </Column>
          {COLUMNS.map((id) => (
            <Column
              key={id}
              id={id}
              isRowHeader={id === 'name'}
              className={styles.head ?? ''}
              data-number={NUMBERS.has(id)}
              allowsSorting
            >
              {({ sortDirection }) => (
                <>
                  {t(`columns.${id}`)}
                  {sortDirection === 'ascending' && <ArrowUp aria-hidden="true" className={styles.arrow} />}
                  {sortDirection === 'descending' && <ArrowDown aria-hidden="true" className={styles.arrow} />}
                </>
              )}
            </Column>
          ))}
          <Column className={styles.head ?? ''} data-menu>
            <span className={styles.unseen}>{t('actions')}</span>
          </Column>
        </TableHeader>
        <TableBody>{groups.map((group) => GroupRow({ group, onOpen }))}</TableBody>
      </Table>
    </div>
  );
}

function GroupRow({ group, onOpen }: { group: Group; onOpen: (open: Open) => void }) {
  return (
    <Row key={group.id} id={group.id} className={styles.row ?? ''} textValue={group.name}>
      <Cell>
        <Checkbox slot="selection" aria-label={group.name} />
      </Cell>
      <Cell className={styles.name ?? ''}>
        <Name group={group} />
      </Cell>
      <Cell>
        <Words group={group} part="type" />
      </Cell>
      <Cell>
        <bdi>{group.category}</bdi>
      </Cell>
      <Cell>
        <Words group={group} part="kind" />
      </Cell>
      <Cell className={styles.number ?? ''}>
        <Count of={group.active} />
      </Cell>
      <Cell className={styles.number ?? ''}>
        <Count of={group.total} />
      </Cell>
      <Cell className={styles.dim ?? ''}>
        <Day of={group.created} />
      </Cell>
      <Cell>
        <RowMenu group={group} onOpen={onOpen} />
      </Cell>
    </Row>
  );
}

function Name({ group }: { group: Group }) {
  const { t } = useTranslation('groups');
  return (
    <>
      <bdi>{group.name}</bdi>
      {group.problem && (
        <span className={styles.problem} role="img" aria-label={t('problem')} title={t('problem')}>
          <CircleAlert />
        </span>
      )}
    </>
  );
}

function Words({ group, part }: { group: Group; part: 'type' | 'kind' }) {
  const { t } = useTranslation('groups');
  return part === 'kind' ? t(`kinds.${group.kind}`) : t(`types.${group.type as 'general'}`);
}

function Count({ of }: { of: number }) {
  return useNumber()(of);
}

function Day({ of }: { of: string }) {
  return useShortDate()(of);
}

function RowMenu({ group, onOpen }: { group: Group; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('groups');
  return (
    <GroupMenu
      group={group}
      onOpen={onOpen}
      trigger={<IconButton size="small" icon={<MoreHorizontal />} label={t('actionsOf', { name: group.name })} />}
    />
  );
}

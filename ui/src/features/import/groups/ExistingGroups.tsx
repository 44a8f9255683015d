// The groups that there are, found by typing, any number of them to choose.
import { useState } from 'react';
import { ListBox, ListBoxItem, type Selection, useFilter } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { TickBox } from '@/components/Checkbox';
import { useNumber } from '@/components/numbers';
import { TextField } from '@/components/TextField';
import type { Group } from '@/ipc/bindings';
import styles from './ExistingGroups.module.css';

type ExistingGroupsProps = {
  groups: Group[];
  chosen: string[];
  onAdd: (name: string) => void;
  onRemove: (name: string) => void;
};

export function ExistingGroups({ groups, chosen, onAdd, onRemove }: ExistingGroupsProps) {
  const { t } = useTranslation('import');
  const [typed, setTyped] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const shown = groups.filter(({ name }) => contains(name, typed.trim()));
  const change = (selection: Selection) => {
    const wanted = new Set(selection === 'all' ? shown.map(({ name }) => name) : [...selection].map(String));
    for (const { name } of shown) {
      if (wanted.has(name) && !chosen.includes(name)) onAdd(name);
      if (!wanted.has(name) && chosen.includes(name)) onRemove(name);
    }
  };
  if (groups.length === 0) return <p className={styles.empty}>{t('groups.noneYet')}</p>;
  return (
    <>
      <TextField label={t('groups.search')} value={typed} onChange={setTyped} />
      <ListBox
        className={styles.list ?? ''}
        aria-label={t('groups.existing')}
        items={shown}
        dependencies={[chosen]}
        selectionMode="multiple"
        selectionBehavior="toggle"
        escapeKeyBehavior="none"
        selectedKeys={chosen}
        onSelectionChange={change}
        renderEmptyState={() => <p className={styles.empty}>{t('groups.noMatch')}</p>}
      >
        {(group) => <GroupItem group={group} />}
      </ListBox>
    </>
  );
}

function GroupItem({ group: { name, active } }: { group: Group }) {
  const { t } = useTranslation('import');
  const number = useNumber();
  return (
    <ListBoxItem id={name} textValue={name} className={styles.item ?? ''}>
      {({ isSelected }) => (
        <>
          <TickBox state={isSelected ? 'all' : 'none'} />
          <span className={styles.name}>
            <bdi>{name}</bdi>
          </span>
          <span className={styles.count} title={t('groups.active')}>
            {number(active)}
          </span>
        </>
      )}
    </ListBoxItem>
  );
}

// The filters in force as chips that can be taken away, and the menu that adds the usual ones.
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { Button, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ViewChip } from '@/components/Chip';
import chips from '@/components/Chip.module.css';
import { MenuItem, MenuItems, MenuSeparator } from '@/components/Menu';
import menus from '@/components/Menu.module.css';
import { PinsDialog } from '@/features/groups/PinsDialog';
import { useAsk } from '@/ipc/call';
import type { ContactList } from '../useContactList';
import * as quick from './quick';
import { usePartText } from './usePartText';

export function FilterBar({ list }: { list: ContactList }) {
  const { t } = useTranslation('contacts');
  const textOf = usePartText();
  const { query, change } = list;
  return (
    <>
      <QuickMenu onAdd={(part) => change({ filter: quick.withPart(query.filter, part) })} />
      {query.group !== null && <GroupChip id={query.group} onRemove={() => change({ group: null })} />}
      {query.batch !== null && (
        <ViewChip onRemove={() => change({ batch: null })} removeLabel={t('removeFilter')}>
          {t('fromImport', { batch: query.batch })}
        </ViewChip>
      )}
      {quick.parts(query.filter).map((part) => (
        <ViewChip
          key={part}
          onRemove={() => change({ filter: quick.withoutPart(query.filter, part) })}
          removeLabel={t('removePart', { name: textOf(part) })}
        >
          <bdi>{textOf(part)}</bdi>
        </ViewChip>
      ))}
    </>
  );
}

function GroupChip({ id, onRemove }: { id: number; onRemove: () => void }) {
  const { t } = useTranslation(['contacts', 'groups']);
  const [showsPins, setShowsPins] = useState(false);
  const group = useAsk('groups_list', {}).data?.groups.find((one) => one.id === id);
  const name = group?.name ?? String(id);
  return (
    <>
      <ViewChip onRemove={onRemove} removeLabel={t('removeFilter')}>
        <bdi>{t('inGroup', { name })}</bdi>
      </ViewChip>
      {group?.kind === 'dynamic' && (
        <ViewChip onPress={() => setShowsPins(true)}>
          {t('groups:pins.count', { count: group.included + group.excluded })}
        </ViewChip>
      )}
      {group && showsPins && <PinsDialog group={group} onClose={() => setShowsPins(false)} />}
    </>
  );
}

const STATES = [quick.ACTIVE, quick.UNREACHABLE, quick.OPTED_OUT, quick.HAS_EMAIL, quick.NO_EMAIL];
const STAGES = ['lead/cold', 'lead/warm', 'lead/hot', 'customer/active', 'customer/vip', 'customer/former'];

/** More groups than these are looked for by typing in the search. */
const MOST = 30;

function QuickMenu({ onAdd }: { onAdd: (part: string) => void }) {
  const { t } = useTranslation('contacts');
  const textOf = usePartText();
  const groups = useAsk('groups_list', {}).data?.groups ?? [];
  const batch = useAsk('batches', { imports_only: true, limit: 1 }).data?.batches[0];
  return (
    <MenuTrigger>
      <Button className={chips.view ?? ''}>
        <ListFilter aria-hidden="true" size={14} />
        {t('quick.title')}
      </Button>
      <Popover className={menus.popover ?? ''} placement="bottom start" offset={4}>
        <MenuItems aria-label={t('quick.title')}>
          {STATES.map((state) => (
            <MenuItem key={state} onAction={() => onAdd(state)}>
              {textOf(state)}
            </MenuItem>
          ))}
          <MenuSeparator />
          <SubmenuTrigger>
            <MenuItem isDisabled={groups.length === 0}>{t('quick.group')}</MenuItem>
            <Popover className={menus.popover ?? ''}>
              <MenuItems aria-label={t('quick.group')}>
                {groups.slice(0, MOST).map(({ id, name }) => (
                  <MenuItem key={id} textValue={name} onAction={() => onAdd(quick.named('group', name))}>
                    <bdi>{name}</bdi>
                  </MenuItem>
                ))}
              </MenuItems>
            </Popover>
          </SubmenuTrigger>
          <SubmenuTrigger>
            <MenuItem>{t('quick.lifecycle')}</MenuItem>
            <Popover className={menus.popover ?? ''}>
              <MenuItems aria-label={t('quick.lifecycle')}>
                {STAGES.map((stage) => (
                  <MenuItem key={stage} onAction={() => onAdd(quick.named('lifecycle', stage))}>
                    {stage}
                  </MenuItem>
                ))}
              </MenuItems>
            </Popover>
          </SubmenuTrigger>
          <MenuItem isDisabled={!batch} onAction={() => batch && onAdd(quick.fromBatch(batch.batch))}>
            {t('quick.lastImport')}
          </MenuItem>
        </MenuItems>
      </Popover>
    </MenuTrigger>
  );
}

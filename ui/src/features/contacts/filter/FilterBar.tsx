// The filters in force as chips that can be taken away, and the menu that adds the usual ones.
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { Button, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ViewChip } from '@/components/Chip';
import chips from '@/components/Chip.module.css';
import { MenuItem, MenuItems, MenuSeparator } from '@/components/Menu';
import menus from '@/components/Menu.module.css';
import { useConditionText } from '@/features/filters/useConditionText';
import { PinsDialog } from '@/features/groups/PinsDialog';
import { useCountries } from '@/features/settings/countries';
import { useAsk } from '@/ipc/call';
import { LIFECYCLE, useStage } from '../profile/words';
import type { ContactList } from '../useContactList';
import { FilterDialog } from './FilterDialog';
import * as quick from './quick';
import { usePartText } from './usePartText';

export function FilterBar({ list }: { list: ContactList }) {
  const { t } = useTranslation('contacts');
  const textOf = usePartText();
  const { query, change } = list;
  const [isBuilding, setBuilding] = useState(false);
  return (
    <>
      <QuickMenu
        onAdd={(part) => change({ filter: quick.withPart(query.filter, part) })}
        onArchive={() => change({ place: 'archive' })}
        onMore={() => setBuilding(true)}
      />
      {isBuilding && (
        <FilterDialog
          filter={query.filter}
          onShow={(filter) => change({ filter })}
          onClose={() => setBuilding(false)}
        />
      )}
      {query.place === 'archive' && (
        <ViewChip onRemove={() => change({ place: null })} removeLabel={t('removeFilter')}>
          {t('quick.archived')}
        </ViewChip>
      )}
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
          <PartWords part={part} />
        </ViewChip>
      ))}
    </>
  );
}

/** A part of the filter in words; as it was written while it can't be read. */
function PartWords({ part }: { part: string }) {
  const textOf = usePartText();
  const conditionText = useConditionText();
  const usual = textOf(part);
  const { data } = useAsk('filter_read', { text: part }, { enabled: usual === part });
  return <bdi>{data?.tree ? conditionText(data.tree) : usual}</bdi>;
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
const STAGES = Object.entries(LIFECYCLE).flatMap(([category, stages]) => stages.map((stage) => `${category}/${stage}`));

/** More groups than these are looked for by typing in the search. */
const MOST = 30;

type Choice = { id: string; label: string };
type ChoicesProps = { title: string; choices: Choice[]; onChoose: (id: string) => void };

/** A menu within the menu. */
function Choices({ title, choices, onChoose }: ChoicesProps) {
  return (
    <SubmenuTrigger>
      <MenuItem isDisabled={choices.length === 0}>{title}</MenuItem>
      <Popover className={menus.popover ?? ''}>
        <MenuItems aria-label={title}>
          {choices.map(({ id, label }) => (
            <MenuItem key={id} textValue={label} onAction={() => onChoose(id)}>
              <bdi>{label}</bdi>
            </MenuItem>
          ))}
        </MenuItems>
      </Popover>
    </SubmenuTrigger>
  );
}

type QuickMenuProps = { onAdd: (part: string) => void; onArchive: () => void; onMore: () => void };

function QuickMenu({ onAdd, onArchive, onMore }: QuickMenuProps) {
  const { t } = useTranslation('contacts');
  const textOf = usePartText();
  const stage = useStage();
  const countries = useCountries();
  const groups = useAsk('groups_list', {}).data?.groups ?? [];
  const tags = useAsk('tags_list', {}).data?.tags ?? [];
  const batch = useAsk('batches', { imports_only: true, limit: 1 }).data?.batches[0];
  return (
    <MenuTrigger>
      <Button className={chips.view ?? ''}>
        <ListFilter aria-hidden="true" size={14} />
        {t('quick.title')}
      </Button>
      <Popover className={menus.popover ?? ''} placement="bottom start" offset={4}>
        <MenuItems aria-label={t('quick.title')}>
          <MenuItem onAction={onMore}>{t('quick.more')}</MenuItem>
          <MenuSeparator />
          {STATES.map((state) => (
            <MenuItem key={state} onAction={() => onAdd(state)}>
              {textOf(state)}
            </MenuItem>
          ))}
          <MenuSeparator />
          <Choices
            title={t('quick.group')}
            choices={groups.slice(0, MOST).map(({ name }) => ({ id: name, label: name }))}
            onChoose={(name) => onAdd(quick.named('group', name))}
          />
          <Choices
            title={t('quick.tag')}
            choices={tags.slice(0, MOST).map(({ name }) => ({ id: name, label: name }))}
            onChoose={(name) => onAdd(quick.named('tag', name))}
          />
          <Choices
            title={t('quick.country')}
            choices={countries}
            onChoose={(code) => onAdd(quick.named('country', code))}
          />
          <Choices
            title={t('quick.lifecycle')}
            choices={STAGES.map((id) => ({ id, label: stage(id) }))}
            onChoose={(id) => onAdd(quick.named('lifecycle', id))}
          />
          <MenuItem isDisabled={!batch} onAction={() => batch && onAdd(quick.fromBatch(batch.batch))}>
            {t('quick.lastImport')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem onAction={onArchive}>{t('quick.archived')}</MenuItem>
        </MenuItems>
      </Popover>
    </MenuTrigger>
  );
}

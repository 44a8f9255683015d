// The groups with their counts, and everything that is done with them: made, changed, filled, merged, combined.
import { Layers, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { SearchBox } from '@/features/contacts/SearchBox';
import { useImport } from '@/features/import/start';
import { ScreenHead } from '@/frame/ScreenHead';
import type { Group } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { AssignDialog } from './AssignDialog';
import { CategoriesDialog } from './CategoriesDialog';
import { CombineDialog } from './CombineDialog';
import { GroupBar } from './GroupBar';
import { GroupDialog } from './GroupDialog';
import { GroupTable } from './GroupTable';
import { MergeDialog } from './MergeDialog';
import { PinsDialog } from './PinsDialog';
import { useShownGroups } from './useShownGroups';

/** The dialog that is open, with the groups it is about. */
export type Open =
  | { dialog: 'new' | 'categories' }
  | { dialog: 'edit' | 'assign' | 'unassign' | 'pins'; group: Group }
  | { dialog: 'merge' | 'combine'; groups: Group[] };

const NONE: Group[] = [];

export function GroupsScreen() {
  const { t } = useTranslation('groups');
  const { data } = useAsk('groups_list', {});
  const { chooseFile } = useImport();
  const [open, setOpen] = useState<Open | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const groups = data?.groups ?? NONE;
  const { shown, search, setSearch, order, setOrder } = useShownGroups(groups);
  const table = useRef<HTMLTableElement>(null);
  const selected = groups.filter(({ id }) => chosen.has(id));
  const makeNew = () => setOpen({ dialog: 'new' });

  return (
    <>
      <ScreenHead
        title={t('title')}
        middle={
          groups.length > 0 && (
            <SearchBox
              label={t('search')}
              hint={t('searchHint')}
              value={search}
              onChange={setSearch}
              onLeave={() => table.current?.focus()}
            />
          )
        }
      >
        <Button onPress={() => setOpen({ dialog: 'categories' })}>{t('categories.title')}</Button>
        <Button variant="main" icon={<Plus />} onPress={makeNew}>
          {t('new')}
        </Button>
      </ScreenHead>
      {groups.length > 0 && (
        <GroupTable
          ref={table}
          groups={shown}
          chosen={chosen}
          onChoose={setChosen}
          onOpen={setOpen}
          order={order}
          onOrder={setOrder}
        />
      )}
      {groups.length > 0 && shown.length === 0 && (
        <EmptyState
          icon={<Layers />}
          title={t('noneFound.title')}
          text={t('noneFound.text')}
          actions={<Button onPress={() => setSearch('')}>{t('noneFound.showAll')}</Button>}
        />
      )}
      {selected.length > 0 && <GroupBar groups={selected} onOpen={setOpen} onClear={() => setChosen(new Set())} />}
      {data && groups.length === 0 && (
        <EmptyState
          icon={<Layers />}
          title={t('empty.title')}
          text={t('empty.text')}
          actions={
            <>
              <Button variant="main" onPress={makeNew}>
                {t('new')}
              </Button>
              <Button onPress={chooseFile}>{t('empty.import')}</Button>
            </>
          }
        />
      )}
      <Dialogs open={open} onClose={() => setOpen(null)} onDone={() => setChosen(new Set())} />
    </>
  );
}

function Dialogs({ open, onClose, onDone }: { open: Open | null; onClose: () => void; onDone: () => void }) {
  if (!open) return null;
  switch (open.dialog) {
    case 'new':
      return <GroupDialog group={null} onClose={onClose} />;
    case 'edit':
      return <GroupDialog group={open.group} onClose={onClose} />;
    case 'categories':
      return <CategoriesDialog onClose={onClose} />;
    case 'pins':
      return <PinsDialog group={open.group} onClose={onClose} />;
    case 'assign':
    case 'unassign':
      return <AssignDialog group={open.group} takesOut={open.dialog === 'unassign'} onClose={onClose} />;
    case 'merge':
      return <MergeDialog groups={open.groups} onClose={onClose} onDone={onDone} />;
    case 'combine':
      return <CombineDialog groups={open.groups} onClose={onClose} onDone={onDone} />;
  }
}

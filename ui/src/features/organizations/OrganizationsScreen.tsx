// Accounts, agencies and leads: search, kinds, grid, selection, and the profile beside it or over it.
import { Building2, Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { ColumnsDialog } from '@/components/grid/ColumnsDialog';
import type { GridHandle } from '@/components/grid/Grid';
import screen from '@/features/contacts/ContactsScreen.module.css';
import { SearchBox } from '@/features/contacts/SearchBox';
import bar from '@/features/contacts/SelectionBar.module.css';
import { useEscape } from '@/features/contacts/useEscape';
import { useImport } from '@/features/import/start';
import { useCommand } from '@/frame/commands';
import { ScreenHead } from '@/frame/ScreenHead';
import { USUAL, useOrganizationColumns } from './columns';
import { NewOrganization } from './NewOrganization';
import { OrganizationGrid } from './OrganizationGrid';
import { OrganizationPane } from './profile/OrganizationPane';
import { type OrganizationList, useOrganizationList } from './useOrganizationList';
import { Views } from './Views';

export function OrganizationsScreen() {
  const { t } = useTranslation('organizations');
  const grid = useRef<GridHandle>(null);
  const list = useOrganizationList(grid);
  const [isCreating, setCreating] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const choices = useOrganizationColumns()
    .filter(({ id }) => id !== 'name')
    .map(({ id, label }) => ({ code: id, label }));
  const create = () => setCreating(true);
  useCommand('columns', () => setChoosing(true), !list.isCovered);
  useListCommands(list, create);

  return (
    <>
      <ScreenHead
        title={t('title')}
        middle={
          <SearchBox
            value={list.query.search ?? ''}
            label={t('search')}
            hint={t('searchHint')}
            onChange={list.search}
            onLeave={list.focus}
          />
        }
      >
        <Button variant="main" icon={<Plus />} onPress={create}>
          {t('new')}
        </Button>
      </ScreenHead>
      {list.isEmpty && list.whole === null ? (
        <Empty onCreate={create} />
      ) : (
        <>
          <Views query={list.query} total={list.rows.ready ? list.rows.total : null} onChange={list.change} />
          <div className={screen.body}>
            <OrganizationGrid list={list} grid={grid} onChooseColumns={() => setChoosing(true)} />
            <OrganizationPane
              id={list.whole ?? list.panel}
              isWhole={list.whole !== null}
              isCovering={list.isCovered}
              onClose={list.closeProfile}
              onOpenWhole={list.openWhole}
              onPrevious={list.walk.previous}
              onNext={list.walk.next}
              onDelete={list.deleteOne}
            />
          </div>
          {list.hasSelection && list.whole === null && <SelectionBar list={list} />}
        </>
      )}
      <ColumnsDialog
        isOpen={isChoosing}
        onClose={() => setChoosing(false)}
        arranged={list.arranged}
        onArrange={list.arrange}
        choices={choices}
        usual={USUAL}
      />
      {isCreating && (
        <NewOrganization
          kind={list.query.kind ?? 'account'}
          onClose={() => setCreating(false)}
          onCreated={list.openWhole}
        />
      )}
    </>
  );
}

/** The one next step where there is no organization yet. */
function Empty({ onCreate }: { onCreate: () => void }) {
  const { t } = useTranslation('organizations');
  const { chooseFile } = useImport();
  return (
    <EmptyState
      icon={<Building2 />}
      title={t('empty.title')}
      text={t('empty.text')}
      actions={
        <>
          <Button variant="main" onPress={onCreate}>
            {t('new')}
          </Button>
          <Button onPress={chooseFile}>{t('empty.import')}</Button>
        </>
      }
    />
  );
}

function SelectionBar({ list }: { list: OrganizationList }) {
  const { t } = useTranslation(['organizations', 'contacts', 'common']);
  return (
    <section className={bar.bar} aria-label={t('selectionBar')}>
      <span className={bar.count} role="status">
        {t('contacts:selected', { count: list.count })}
      </span>
      <Button onPress={list.deleteSelected}>{t('common:delete')}</Button>
      <span className={bar.space} />
      <IconButton label={t('contacts:clearSelection')} icon={<X />} onPress={list.clearSelection} />
    </section>
  );
}

function useListCommands(list: OrganizationList, create: () => void): void {
  const hasRows = list.rows.total > 0;
  useCommand('new-organization', create);
  useCommand('select-all', list.selectAll, hasRows && !list.isCovered);
  useCommand('delete', list.deleteSelected, list.hasSelection);
  useEscape(() => {
    if (list.whole !== null || list.panel !== null) list.closeProfile();
    else if (list.hasSelection) list.clearSelection();
    else if (list.isFiltered) list.showAll();
  });
}

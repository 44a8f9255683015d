// Accounts, agencies and leads: search, kinds, grid, selection, and the profile beside it or over it.
import { Building2, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { ColumnsDialog } from '@/components/grid/ColumnsDialog';
import type { GridHandle } from '@/components/grid/Grid';
import screen from '@/features/contacts/ContactsScreen.module.css';
import { SearchBox } from '@/features/contacts/SearchBox';
import { useEscape } from '@/features/contacts/useEscape';
import { useImport } from '@/features/import/start';
import { useCommand } from '@/frame/commands';
import { ScreenHead } from '@/frame/ScreenHead';
import { SetField } from './bulk/SetField';
import { USUAL, useColumnChoices } from './columns';
import { ExportDialog } from './export/ExportDialog';
import { NewOrganization } from './NewOrganization';
import { OrganizationGrid } from './OrganizationGrid';
import { OrganizationPane } from './profile/OrganizationPane';
import { SelectionBar } from './SelectionBar';
import { type OrganizationList, useOrganizationList } from './useOrganizationList';
import { Views } from './Views';

export function OrganizationsScreen() {
  const { t } = useTranslation('organizations');
  const grid = useRef<GridHandle>(null);
  const list = useOrganizationList(grid);
  const [dialog, setDialog] = useState<Dialogs>(null);
  const choices = useColumnChoices();
  const create = () => setDialog('new');
  const close = () => setDialog(null);
  useListCommands(list, setDialog);

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
            onLeave={list.walk.enter}
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
          <Views list={list} />
          <div className={screen.body}>
            <OrganizationGrid
              list={list}
              grid={grid}
              onChooseColumns={() => setDialog('columns')}
              onSetField={() => setDialog('set-field')}
            />
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
          {list.hasSelection && list.whole === null && (
            <SelectionBar list={list} onSetField={() => setDialog('set-field')} onExport={() => setDialog('export')} />
          )}
        </>
      )}
      <ColumnsDialog
        isOpen={dialog === 'columns'}
        onClose={close}
        arranged={list.arranged}
        onArrange={list.arrange}
        choices={choices}
        usual={USUAL}
      />
      {dialog === 'new' && (
        <NewOrganization kind={list.query.kind ?? 'account'} onClose={close} onCreated={list.openWhole} />
      )}
      {dialog === 'set-field' && <SetField list={list} onClose={close} />}
      {dialog === 'export' && <ExportDialog list={list} onClose={close} />}
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

type Dialogs = 'new' | 'columns' | 'set-field' | 'export' | null;

function useListCommands(list: OrganizationList, open: (dialog: Dialogs) => void): void {
  const hasRows = list.rows.total > 0;
  useCommand('new-organization', () => open('new'));
  useCommand('columns', () => open('columns'), !list.isCovered);
  useCommand('export', () => open('export'), hasRows);
  useCommand('set-field', () => open('set-field'), list.hasSelection);
  useCommand('select-all', list.selectAll, hasRows && !list.isCovered);
  useCommand('delete', list.deleteSelected, list.hasSelection);
  useCommand('next-contact', () => list.walk.next?.(), list.walk.next !== null);
  useCommand('previous-contact', () => list.walk.previous?.(), list.walk.previous !== null);
  useEscape(() => {
    if (list.whole !== null || list.panel !== null) list.closeProfile();
    else if (list.hasSelection) list.clearSelection();
    else if (list.isFiltered) list.showAll();
  });
}

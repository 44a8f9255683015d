// The list of contacts: search, grid, selection, and the profile beside it or over it.
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { ColumnsDialog } from '@/components/grid/ColumnsDialog';
import type { GridHandle } from '@/components/grid/Grid';
import { PinDialog } from '@/features/groups/PinDialog';
import { useImport } from '@/features/import/start';
import { OptOutSelection } from '@/features/opt_outs/OptOutSelection';
import { openStatusWindow } from '@/features/opt_outs/statusWindow';
import { useCopyAddresses } from '@/features/opt_outs/useCopyAddresses';
import { useCommand } from '@/frame/commands';
import { ScreenHead } from '@/frame/ScreenHead';
import { BulkDialog, type BulkKind } from './bulk/BulkDialog';
import { ContactGrid } from './ContactGrid';
import styles from './ContactsScreen.module.css';
import { useColumnChoices } from './columns';
import { USUAL } from './columns/arrangement';
import { EmptyContacts } from './EmptyContacts';
import { ExportDialog } from './export/ExportDialog';
import { LettersDialog } from './letters/LettersDialog';
import { MergeDialog, MOST } from './merge/MergeDialog';
import { NewContact } from './NewContact';
import { ProfilePane } from './profile/ProfilePane';
import { SearchBox } from './SearchBox';
import { SelectionBar } from './SelectionBar';
import { type ContactList, useContactList } from './useContactList';
import { useEscape } from './useEscape';
import { Views } from './Views';

type OpenDialog = 'new' | 'export' | 'letters' | 'columns' | 'opt-out' | 'pin' | 'merge' | BulkKind | null;

const OTHERS = new Set(['new', 'export', 'letters', 'columns', 'opt-out', 'pin', 'merge']);
const bulkOf = (dialog: OpenDialog) => (dialog && !OTHERS.has(dialog) ? (dialog as BulkKind) : null);

export function ContactsScreen() {
  const { t } = useTranslation('contacts');
  const grid = useRef<GridHandle>(null);
  const list = useContactList(grid);
  const { chooseFile } = useImport();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const columnChoices = useColumnChoices(list.arranged);
  const close = () => setDialog(null);
  const copyAddresses = useCopyAddresses();
  useListCommands(list, setDialog);

  return (
    <>
      <ScreenHead
        title={t('title')}
        middle={<SearchBox value={list.query.search} onChange={list.search} onLeave={list.walk.enter} />}
      >
        <Button onPress={chooseFile}>{t('import')}</Button>
        <Button variant="main" icon={<Plus />} onPress={() => setDialog('new')}>
          {t('newContact')}
        </Button>
      </ScreenHead>
      {list.isEmpty && list.whole === null ? (
        <EmptyContacts />
      ) : (
        <>
          <Views list={list} />
          <div className={styles.body}>
            <ContactGrid list={list} grid={grid} onChooseColumns={() => setDialog('columns')} onChange={setDialog} />
            <ProfilePane
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
            <SelectionBar
              list={list}
              onChange={setDialog}
              onOptOut={() => setDialog('opt-out')}
              onPin={() => setDialog('pin')}
              onMerge={() => setDialog('merge')}
              onCopy={(channel) => void copyAddresses(list.forCore(), list.rows.query, channel)}
              onExport={() => setDialog('export')}
              onLetters={() => setDialog('letters')}
            />
          )}
        </>
      )}
      <NewContact isOpen={dialog === 'new'} onClose={close} onCreated={list.openWhole} />
      {dialog === 'opt-out' && <OptOutSelection selection={list.forCore()} count={list.count} onClose={close} />}
      {dialog === 'pin' && (
        <PinDialog selection={list.forCore()} count={list.count} group={list.query.group} onClose={close} />
      )}
      {dialog === 'merge' && (
        <MergeDialog selection={list.forCore()} count={list.count} onClose={close} onMerged={list.showMerged} />
      )}
      <ColumnsDialog
        isOpen={dialog === 'columns'}
        onClose={close}
        arranged={list.arranged}
        onArrange={list.arrange}
        choices={columnChoices}
        usual={USUAL}
      />
      <BulkDialog kind={bulkOf(dialog)} onClose={close} list={list} />
      <ExportDialog isOpen={dialog === 'export'} onClose={close} list={list} />
      <LettersDialog isOpen={dialog === 'letters'} onClose={close} list={list} />
    </>
  );
}

function useListCommands(list: ContactList, setDialog: (dialog: OpenDialog) => void): void {
  const hasRows = list.rows.total > 0;
  useCommand('new-contact', () => setDialog('new'));
  useCommand('export', () => setDialog('export'), hasRows);
  useCommand('letters', () => setDialog('letters'), hasRows);
  useCommand('select-all', list.selectAll, hasRows && !list.isCovered);
  useCommand('delete', list.deleteSelected, list.hasSelection);
  const shown = list.whole ?? list.panel ?? list.idAt(list.walk.active ?? -1) ?? null;
  useCommand('status', () => shown !== null && openStatusWindow({ contact: shown }), shown !== null);
  useCommand('columns', () => setDialog('columns'), !list.isCovered);
  useCommand('add-to-group', () => setDialog('add_to_group'), list.hasSelection);
  useCommand('remove-from-group', () => setDialog('remove_from_group'), list.hasSelection);
  useCommand('add-tag', () => setDialog('add_tag'), list.hasSelection);
  useCommand('remove-tag', () => setDialog('remove_tag'), list.hasSelection);
  useCommand('set-field', () => setDialog('set_field'), list.hasSelection);
  useCommand('affiliate', () => setDialog('affiliate'), list.hasSelection);
  useCommand('merge', () => setDialog('merge'), list.count > 1 && list.count <= MOST);
  useCommand('archive', list.archiveSelected, list.hasSelection);
  useCommand('next-contact', () => list.walk.next?.(), list.walk.next !== null);
  useCommand('previous-contact', () => list.walk.previous?.(), list.walk.previous !== null);
  useEscape(() => {
    if (list.whole !== null || list.panel !== null) list.closeProfile();
    else if (list.hasSelection) list.clearSelection();
    else if (list.isFiltered) list.showAll();
  });
}

// The commands that every screen has (places, look, undo, workspaces), and the two ways in which commands arrive: keys and
// the native menu.
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useShowFailure } from '@/components/failures';
import { useImport } from '@/features/import/start';
import { useIdleLock } from '@/features/lock/idle';
import { lockNow } from '@/features/lock/state';
import { openAddOptOuts } from '@/features/opt_outs/add/addDialog';
import { newWorkspace, openWorkspace, useShellEvent } from '@/ipc/shell';
import { runCommand, useCommand } from './commands';
import { commandOf, isTextField } from './keys';
import { setPreferences } from './preferences';
import { useUndo } from './undo';

/** Inside a text field these belong to the text. */
const OF_TEXT: Record<string, string> = { undo: 'undo', redo: 'redo', 'select-all': 'selectAll', delete: 'delete' };

/** Does a menu's command to the text in the focused field. Answers false when no field is focused. */
function doInText(id: string): boolean {
  const edit = OF_TEXT[id];
  if (!edit || !isTextField(document.activeElement)) return false;
  document.execCommand(edit);
  return true;
}

function onMenu(id: string): void {
  if (doInText(id)) return;
  if (id.startsWith('language-')) setPreferences({ language: id.slice('language-'.length) });
  else runCommand(id, 'menu');
}

function onKey(event: KeyboardEvent): void {
  const id = commandOf(event);
  if (!id || event.defaultPrevented) return;
  if (OF_TEXT[id] && isTextField(event.target)) return;
  if (runCommand(id, 'key')) event.preventDefault();
}

function useArrivals(): void {
  useShellEvent('menu', onMenu);
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function useLookCommands(): void {
  useCommand('theme-light', () => setPreferences({ theme: 'light' }));
  useCommand('theme-dark', () => setPreferences({ theme: 'dark' }));
  useCommand('theme-system', () => setPreferences({ theme: 'system' }));
  useCommand('density-compact', () => setPreferences({ density: 'compact' }));
  useCommand('density-normal', () => setPreferences({ density: 'normal' }));
  useCommand('density-roomy', () => setPreferences({ density: 'roomy' }));
}

function usePlaceCommands(): void {
  const navigate = useNavigate();
  useCommand('go-contacts', () => navigate('/contacts'));
  useCommand('go-organizations', () => navigate('/organizations'));
  useCommand('go-members', () => navigate('/members'));
  useCommand('go-membership-types', () => navigate('/membership-types'));
  useCommand('go-groups', () => navigate('/groups'));
  useCommand('go-opt-outs', () => navigate('/opt-outs'));
  useCommand('go-imports', () => navigate('/imports'));
  useCommand('go-backups', () => navigate('/backups'));
  useCommand('go-consents', () => navigate('/consents'));
  useCommand('go-trash', () => navigate('/trash'));
  useCommand('go-fields', () => navigate('/fields'));
  useCommand('go-settings', () => navigate('/settings'));
}

export function useFrameCommands(): void {
  const navigate = useNavigate();
  const showFailure = useShowFailure();
  const { chooseFile, pasteRows } = useImport();
  const { undo, redo } = useUndo();
  useArrivals();
  useLookCommands();
  usePlaceCommands();
  useCommand('import', chooseFile);
  useCommand('paste', pasteRows);
  useCommand('add-opt-outs', openAddOptOuts);
  useCommand('undo', undo);
  useCommand('redo', redo);
  useCommand('open-workspace', () => void openWorkspace().catch(showFailure));
  useIdleLock();
  // Where there is nothing to lock, the settings say how there would be.
  useCommand(
    'lock',
    () =>
      void lockNow()
        .then((locked) => locked || navigate('/settings'))
        .catch(showFailure),
  );
  useCommand('new-workspace', () => void newWorkspace().catch(showFailure));
}

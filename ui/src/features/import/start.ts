// How any part of the window opens the import wizard, and what the wizard was opened with.
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { pickSpreadsheet } from '@/ipc/shell';
import type { WizardState } from './model/state';

/** What the wizard begins with: files (the first is taken), a tab of its first stage, or where it was when it was closed. */
export type ImportStart =
  | { kind: 'files'; paths: string[] }
  | { kind: 'file'; groups?: string[] }
  | { kind: 'paste' }
  | { kind: 'again'; state: WizardState };

const listeners = new Set<() => void>();
let current: ImportStart | null = null;

function change(next: ImportStart | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export function openImport(start: ImportStart): void {
  change(start);
}

/** Opens the wizard with files that were dropped, chosen or handed over; without any it stays as it is. */
export function openFiles(paths: string[]): void {
  if (paths.length > 0) change({ kind: 'files', paths });
}

export function closeImport(): void {
  change(null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the wizard was opened with; null while it is closed. */
export function useImportStart(): ImportStart | null {
  return useSyncExternalStore(subscribe, () => current);
}

/** The ways into the wizard that buttons and menus offer. */
export function useImport() {
  const { t } = useTranslation('import');
  const showFailure = useShowFailure();
  const title = t('source.pickTitle');
  const chooseFile = useCallback(() => {
    pickSpreadsheet(title).then((path) => path !== null && openFiles([path]), showFailure);
  }, [title, showFailure]);
  const openSource = useCallback(() => openImport({ kind: 'file' }), []);
  const pasteRows = useCallback(() => openImport({ kind: 'paste' }), []);
  /** Whoever is imported then joins the group. */
  const importInto = useCallback((group: string) => openImport({ kind: 'file', groups: [group] }), []);
  return { chooseFile, openSource, pasteRows, importInto };
}

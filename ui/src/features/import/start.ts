// How any part of the window opens the import wizard, and what the wizard was opened with.
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import type { ImportSource } from '@/ipc/bindings';
import { pickSpreadsheet } from '@/ipc/shell';

/** What the wizard begins with: a file, or the page to paste rows on. */
export type ImportStart = ImportSource | { kind: 'paste' };

const listeners = new Set<() => void>();
let current: ImportStart | null = null;

function change(next: ImportStart | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export function openImport(start: ImportStart): void {
  change(start);
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

/** The two ways into the wizard that buttons and menus offer. */
export function useImport() {
  const { t } = useTranslation('contacts');
  const showFailure = useShowFailure();
  const title = t('empty.choose');
  const chooseFile = useCallback(() => {
    pickSpreadsheet(title).then((path) => path !== null && openImport({ kind: 'file', path }), showFailure);
  }, [title, showFailure]);
  const pasteRows = useCallback(() => openImport({ kind: 'paste' }), []);
  return { chooseFile, pasteRows };
}

// What only the native side can do, as functions: pickers, the file manager, other workspaces, and the events of the shell.
import { useEffect, useRef } from 'react';
import type { Backup, Examined, PassphraseChanged, Salvaged, WorkspaceInfo } from './bindings';
import { toFailure } from './failure';
import { type ShellEvents, transport } from './transport';

async function shell<T>(command: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return (await transport().shell(command, args)) as T;
  } catch (reason) {
    throw toFailure(reason);
  }
}

/** The native picker for spreadsheets; null when it was closed without a choice. */
export const pickSpreadsheet = (title: string) => shell<string | null>('pick_spreadsheet', { title });

/** The native picker for a picture; null when it was closed without a choice. */
export const pickPicture = (title: string) => shell<string | null>('pick_picture', { title });

/** A statement of the bank, or null when the picker was closed. */
export const pickStatement = (title: string) => shell<string | null>('pick_statement', { title });

/** The native picker for files of any kind, several at once; none when it was closed. */
export const pickFiles = (title: string) => shell<string[]>('pick_files', { title });

/** Opens an attached file by the program that the system has for it. */
export const openAttached = (id: number) => shell<void>('open_attached', { id });

/** The native save dialog; null when it was closed without a choice. */
export const pickSave = (title: string, name: string, extensions: string[]) =>
  shell<string | null>('pick_save', { title, name, extensions });

/** The native picker for a folder to write into; null when it was closed without a choice. */
export const pickFolder = (title: string) => shell<string | null>('pick_folder', { title });

/** Lets the user open another workspace; null when nothing was chosen. */
export const openWorkspace = () => shell<WorkspaceInfo | null>('open_workspace');

/** Lets the user make a new workspace; null when nothing was chosen. */
export const newWorkspace = () => shell<WorkspaceInfo | null>('new_workspace');

/** What is wrong with the workspace that could not be opened at the start; null while one is open. */
export const rescueExamine = () => shell<Examined | null>('rescue_examine');

/** Puts a backup in the place of the workspace that can't be opened, and opens it. */
export const rescueRestore = (name: string) => shell<Backup>('rescue_restore', { name });

/** Reads what can be read into a new workspace that the user names, and opens it; null when nothing was named. */
export const rescueSalvage = () => shell<Salvaged | null>('rescue_salvage');

/** The workspace that waits for its passphrase, null while one is open; and whether that one has a passphrase. */
export type LockState = { locked: string | null; encrypted: boolean };
export const lockState = () => shell<LockState>('lock_state');

/** Locks the workspace that is open; answers false where it has no passphrase. The page is told to begin anew. */
export const lockWorkspace = () => shell<boolean>('lock_workspace');

/** Opens the workspace that waits for its passphrase. */
export const unlockWorkspace = (passphrase: string) => shell<void>('unlock_workspace', { passphrase });

/** Sets, changes or, with null for the next one, removes the passphrase of the workspace that is open. */
export const changePassphrase = (present: string | null, next: string | null) =>
  shell<PassphraseChanged>('passphrase_change', { present, next });

/** Shows a file in the system's file manager. */
export const reveal = (path: string) => shell<void>('reveal', { path });

/** Hands a `tel:` or `mailto:` address to the system. */
export const openExternal = (url: string) => shell<void>('open_external', { url });

/** Files that the program was started with. */
export const initialFiles = () => shell<string[]>('initial_files');

/** Tells the native menu which language to speak. */
export const setMenuLanguage = (lang: string) => shell<void>('set_language', { lang });

/** Tells the native frame and menu which colours to have. */
export const setFrameTheme = (theme: 'light' | 'dark' | 'system') => shell<void>('set_theme', { theme });

/** Calls the handler for each event of the shell while the component is on screen. */
export function useShellEvent<E extends keyof ShellEvents>(event: E, handler: (payload: ShellEvents[E]) => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => transport().listen(event, (payload) => latest.current(payload)), [event]);
}

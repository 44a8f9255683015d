// Keys of commands: which command a key press means, and how a key is written on this system.
import { COMMANDS, type CommandId } from './commands';

const isMac = /Mac/.test(navigator.platform);

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The key as `COMMANDS` writes it, or null for a press without the command modifier. */
function written({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): string | null {
  const mod = isMac ? metaKey : ctrlKey;
  if (!mod || altKey) return null;
  return `Mod+${shiftKey ? 'Shift+' : ''}${key.length === 1 ? key.toUpperCase() : key}`;
}

/** The command that a key press means. */
export function commandOf(press: Press): CommandId | null {
  const keys = written(press);
  if (!keys) return null;
  if (keys === 'Mod+Y') return 'redo';
  const found = Object.entries(COMMANDS).find(([, wanted]) => wanted === keys);
  return found ? (found[0] as CommandId) : null;
}

/** A command's key as people on this system write it: `Ctrl+N` or `⌘N`; null where it has none. */
export function keyLabel(id: CommandId): string | null {
  const keys = COMMANDS[id];
  if (!keys) return null;
  if (isMac) return keys.replace('Mod+', '⌘').replace('Shift+', '⇧');
  return keys.replace('Mod', 'Ctrl').replaceAll('+', ' ');
}

export function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

// The files of an owner with what is known of their contents. A look tells most; where somebody may have been at a content, it
// is read, and until then nothing is claimed. Contents may go at any time, and so each showing looks anew.
import type { AttachedFile, FileOwner } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';

/** Undefined until they are known. */
export function useFiles(owner: FileOwner): AttachedFile[] | undefined {
  const files = useAsk('files_list', { owner }, { always: true }).data?.files;
  const isDoubtful = files?.some(({ state }) => state === 'touched') ?? false;
  const verified = useAsk('files_verify', { owner }, { enabled: isDoubtful }).data;
  if (!isDoubtful) return files;
  return files?.map((file) => verified?.problems.find(({ id }) => id === file.id) ?? file);
}

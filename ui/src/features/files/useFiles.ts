// The files of an owner with what is known of their contents. A look tells most; where somebody may have been at a content, it
// is read, and until then nothing is claimed.
import type { AttachedFile, FileOwner } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';

/** Undefined until they are known. */
export function useFiles(owner: FileOwner): AttachedFile[] | undefined {
  const files = useAsk('files_list', { owner }).data?.files;
  const isDoubtful = files?.some(({ state }) => state === 'touched') ?? false;
  const verified = useAsk('files_verify', { owner }, { enabled: isDoubtful }).data;
  if (!isDoubtful) return files;
  return files?.map((file) => verified?.problems.find(({ id }) => id === file.id) ?? file);
}

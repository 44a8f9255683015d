// Whether the workspace has a passphrase, and locking it: the page begins anew, so that nothing of it stays in memory.
import { useEffect, useState } from 'react';
import { call } from '@/ipc/call';
import { lockState, lockWorkspace } from '@/ipc/shell';

/** Null until it is known. */
export function useEncrypted(version = 0): boolean | null {
  const [encrypted, setEncrypted] = useState<boolean | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the passphrase was changed
  useEffect(() => {
    let isWanted = true;
    void lockState().then((state) => isWanted && setEncrypted(state.encrypted));
    return () => {
      isWanted = false;
    };
  }, [version]);
  return encrypted;
}

/** Locks a workspace that has a passphrase; one with profiles asks anew who is there. Answers whether it was one of them. */
export const lockNow = async (): Promise<boolean> => (await lockWorkspace()) || (await leaveDesk());

/** Whoever comes next says who they are. Answers whether there are profiles at all. */
async function leaveDesk(): Promise<boolean> {
  const { people } = await call('staff_leave', {});
  if (people.length > 0) beginAnew();
  return people.length > 0;
}

/** What the address says may name somebody: a search, a contact. */
export function beginAnew(): void {
  history.replaceState(null, '', '#/');
  location.reload();
}

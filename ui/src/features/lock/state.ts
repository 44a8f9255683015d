// Whether the workspace has a passphrase, and locking it: the page begins anew, so that nothing of it stays in memory.
import { useEffect, useState } from 'react';
import { lockState } from '@/ipc/shell';

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

/** What the address says may name somebody: a search, a contact. */
export function beginAnew(): void {
  history.replaceState(null, '', '#/');
  location.reload();
}

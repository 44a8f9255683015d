// Attaching: chosen or dropped files are copied by the core, with progress, and what could not be attached is kept to be said.
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { showToast } from '@/components/Toast';
import { useUndo } from '@/frame/undo';
import type { FileOwner, RefusedFile } from '@/ipc/bindings';
import { startJob } from '@/ipc/jobs';
import { pickFiles } from '@/ipc/shell';

type Attaching = { fraction: number | null; cancel: () => void };

export function useAttach(owner: FileOwner) {
  const { t } = useTranslation('files');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  const [attaching, setAttaching] = useState<Attaching | null>(null);
  const [refused, setRefused] = useState<RefusedFile[]>([]);
  const { kind, id } = owner;

  const attach = useCallback(
    async (paths: string[]) => {
      if (paths.length === 0) return;
      setRefused([]);
      const job = startJob('files_attach', { owner: { kind, id }, paths }, ({ fraction }) =>
        setAttaching({ fraction, cancel: job.cancel }),
      );
      try {
        const { files, already, refused, batch } = await job.result;
        setRefused(refused);
        if (batch !== null) confirm(t('attached', { count: files.length }), batch);
        else if (already > 0) showToast({ title: t('already', { count: already }) });
      } catch (reason) {
        showFailure(reason);
      } finally {
        setAttaching(null);
      }
    },
    [kind, id, t, confirm, showFailure],
  );
  const choose = useCallback(() => {
    pickFiles(t('pick')).then(attach, showFailure);
  }, [t, attach, showFailure]);
  const forgetRefused = useCallback(() => setRefused([]), []);

  return { attach, choose, attaching, refused, forgetRefused };
}

// Opting out the phones or e-mails of chosen contacts, as one batch.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Dialog } from '@/components/Dialog';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { showToast } from '@/components/Toast';
import { useUndo } from '@/frame/undo';
import type { OptOutAct, OptOutKind, Selection } from '@/ipc/bindings';
import { useJob } from '@/ipc/jobs';
import { ActFields } from './ActFields';
import styles from './OptOutSelection.module.css';

const KINDS = ['email', 'phone'] as const satisfies OptOutKind[];

type OptOutSelectionProps = { selection: Selection; count: number; onClose: () => void };

export function OptOutSelection({ selection, count, onClose }: OptOutSelectionProps) {
  const { t } = useTranslation(['opt_outs', 'common']);
  const [kinds, setKinds] = useState<OptOutKind[]>(['email', 'phone']);
  const [act, setAct] = useState<OptOutAct>({ initiative: 'theirs', reason: '', note: '' });
  const job = useJob('opt_outs_select');
  const { confirm } = useUndo();

  const run = async () => {
    const done = await job.run({ selection, kinds, act });
    if (!done) return;
    if (done.changed === 0) showToast({ title: t('done.nothingNew') });
    else confirm(t('done.selected', { count: done.changed }), done.batch);
    onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('bulk.title', { count })}
      locked={job.running}
      onSubmit={() => void run()}
      actions={
        <>
          <Button onPress={job.running ? job.cancel : onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="main" isDisabled={job.running || kinds.length === 0}>
            {t('actions.optOut')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <fieldset className={styles.kinds}>
          <legend className={styles.title}>{t('bulk.kinds')}</legend>
          {KINDS.map((kind) => (
            <Checkbox
              key={kind}
              isSelected={kinds.includes(kind)}
              onChange={(on) => setKinds(on ? [...kinds, kind] : kinds.filter((other) => other !== kind))}
            >
              {t(`bulk.${kind}`)}
            </Checkbox>
          ))}
        </fieldset>
        <ActFields act={act} onChange={setAct} isDisabled={job.running} />
        {job.running && <ProgressBar label={t('add.running')} fraction={job.progress?.fraction ?? null} />}
        <Refusal failure={job.failure} />
      </div>
    </Dialog>
  );
}

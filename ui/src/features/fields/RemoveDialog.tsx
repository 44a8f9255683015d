// Before a field is removed: what goes with it, and that undo brings it back.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { useUndo } from '@/frame/undo';
import type { Field } from '@/ipc/bindings';
import { useJob } from '@/ipc/jobs';
import styles from './dialogs.module.css';
import { useFieldDeeds } from './useFieldDeeds';

/** `values` is null until they are counted. */
export function RemoveDialog({ field, values, onClose }: { field: Field; values: number | null; onClose: () => void }) {
  const { t } = useTranslation(['fields', 'common']);
  const { confirm } = useUndo();
  const { retire } = useFieldDeeds();
  const { run, running, failure, cancel } = useJob('field_remove');
  const remove = async () => {
    const removed = await run({ code: field.code });
    if (!removed) return;
    confirm(t('fields:done.removed', { field: field.label }), removed.batch);
    onClose();
  };
  const retireInstead = () => {
    void retire(field, true);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={running ? cancel : onClose}
      title={t('fields:removeTitle', { field: field.label })}
      actions={
        <>
          {!field.retired && !running && (
            <Button variant="plain" onPress={retireInstead}>
              {t('fields:retireInstead')}
            </Button>
          )}
          <Button onPress={running ? cancel : onClose}>{t('common:cancel')}</Button>
          <Button variant="danger" isDisabled={running} onPress={() => void remove()}>
            {t('fields:removeIt')}
          </Button>
        </>
      }
    >
      <p className={styles.line}>
        {values === null ? t('common:loading') : t(`fields:lost.${field.subject}`, { count: values })}
      </p>
      <p className={styles.remark}>{t('fields:lostRemark')}</p>
      {running && <ProgressBar label={t('fields:removing')} fraction={null} />}
      <Refusal failure={failure} />
    </Dialog>
  );
}

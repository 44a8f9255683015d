// The buttons once the import is done: close, take it back, save what was not imported, look at what came in.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import type { ImportReport, Undone } from '@/ipc/bindings';
import type { Work } from '../useWork';
import styles from '../WizardFooter.module.css';
import { useSaveRejects } from './useSaveRejects';

type DoneFooterProps = { report: ImportReport; undone: Undone | null; work: Work; onClose: () => void };

export function DoneFooter({ report, undone, work, onClose }: DoneFooterProps) {
  const { t } = useTranslation(['import', 'common']);
  const saveRejects = useSaveRejects();
  const navigate = useNavigate();
  const { batch, created, rejected, file } = report;
  const show = () => {
    onClose();
    void navigate(`/contacts?batch=${batch}`);
  };
  const canShow = created > 0 && undone === null && batch !== null;
  return (
    <>
      {canShow && (
        <Button variant="plain" onPress={onClose}>
          {t('common:close')}
        </Button>
      )}
      {batch !== null && undone === null && (
        <Button variant="plain" onPress={() => void work.undo()} isDisabled={work.busy !== null}>
          {t('done.undo')}
        </Button>
      )}
      <span className={styles.hint} />
      {rejected > 0 && batch !== null && (
        <Button onPress={() => void saveRejects({ batch, file })}>{t('done.saveRejects', { count: rejected })}</Button>
      )}
      {canShow ? (
        <Button variant="main" onPress={show} autoFocus>
          {t('done.show')}
        </Button>
      ) : (
        <Button variant="main" onPress={onClose} autoFocus>
          {t('common:close')}
        </Button>
      )}
    </>
  );
}

// Shows, while files are dragged over the window, that they can be dropped; opens the wizard with what was dropped or
// handed over from outside.
import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openFiles } from '@/features/import/start';
import { initialFiles, useShellEvent } from '@/ipc/shell';
import styles from './DropTarget.module.css';

export function DropTarget() {
  const { t } = useTranslation('frame');
  const [over, setOver] = useState(false);
  useShellEvent('drag', (state) => setOver(state === 'enter'));
  useShellEvent('files', (paths) => {
    setOver(false);
    openFiles(paths);
  });
  useEffect(() => {
    initialFiles().then(openFiles, () => {});
  }, []);
  if (!over) return null;
  return (
    <div className={styles.target} role="status">
      <div className={styles.box}>
        <FileDown aria-hidden="true" />
        <b>{t('dropHere')}</b>
        <span>{t('dropHint')}</span>
      </div>
    </div>
  );
}

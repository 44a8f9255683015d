// Shows, while files are dragged over the window, that they can be dropped; hands over what was dropped or
// given from outside: to the screen that wants it, else to the wizard.
import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openFiles } from '@/features/import/start';
import { initialFiles, useShellEvent } from '@/ipc/shell';
import styles from './DropTarget.module.css';
import { handFiles } from './files';

export function DropTarget() {
  const { t } = useTranslation('frame');
  const [over, setOver] = useState(false);
  useShellEvent('drag', (state) => setOver(state === 'enter'));
  useShellEvent('files', (paths) => {
    setOver(false);
    if (!handFiles(paths)) openFiles(paths);
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

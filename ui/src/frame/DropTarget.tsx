// Shows, while files are dragged over the window, that they can be dropped; opens the wizard with what was dropped or
// handed over from outside.
import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openImport } from '@/features/import/start';
import { initialFiles, useShellEvent } from '@/ipc/shell';
import styles from './DropTarget.module.css';

function open(paths: string[]): void {
  const [path] = paths;
  if (path) openImport({ kind: 'file', path });
}

export function DropTarget() {
  const { t } = useTranslation('frame');
  const [over, setOver] = useState(false);
  useShellEvent('drag', (state) => setOver(state === 'enter'));
  useShellEvent('files', (paths) => {
    setOver(false);
    open(paths);
  });
  useEffect(() => {
    initialFiles().then(open, () => {});
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

// Shows, while files are dragged over the window, that they can be dropped; hands over what was dropped to the screen that
// wants it, else to the wizard, which also gets what was given from outside.
import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openFiles, useImportStart } from '@/features/import/start';
import { initialFiles, useShellEvent } from '@/ipc/shell';
import styles from './DropTarget.module.css';
import { dropWords, handFiles } from './files';

export function DropTarget() {
  const { t } = useTranslation('frame');
  const [over, setOver] = useState(false);
  const isImporting = useImportStart() !== null;
  useShellEvent('drag', (state) => setOver(state === 'enter'));
  useShellEvent('files', (paths) => {
    setOver(false);
    // The wizard lies over whatever else would want them.
    if (isImporting || !handFiles(paths)) openFiles(paths);
  });
  useShellEvent('handed', openFiles);
  useEffect(() => {
    initialFiles().then(openFiles, () => {});
  }, []);
  if (!over) return null;
  const words = isImporting ? undefined : dropWords();
  return (
    <div className={styles.target} role="status">
      <div className={styles.box}>
        <FileDown aria-hidden="true" />
        <b>{words?.title ?? t('dropHere')}</b>
        <span>{words?.text ?? t('dropHint')}</span>
      </div>
    </div>
  );
}

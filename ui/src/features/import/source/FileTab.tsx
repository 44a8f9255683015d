// Choosing a file: a large place to drop one on, which becomes a single line once there is a file.
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { useShowFailure } from '@/components/failures';
import { showToast } from '@/components/Toast';
import { call } from '@/ipc/call';
import { pickSave, pickSpreadsheet, reveal, useShellEvent } from '@/ipc/shell';
import { fileName } from '../model/files';
import type { StageProps } from '../props';
import styles from './FileTab.module.css';

export function FileTab({ state, dispatch }: StageProps) {
  const { t } = useTranslation('import');
  const showFailure = useShowFailure();
  const choose = async () => {
    try {
      const path = await pickSpreadsheet(t('source.pickTitle'));
      if (path !== null) dispatch({ type: 'files', paths: [path] });
    } catch (reason) {
      showFailure(reason);
    }
  };
  if (state.path === null) return <DropArea onChoose={choose} />;
  return (
    <div className={styles.file}>
      <FileSpreadsheet aria-hidden="true" />
      <span className={styles.name} title={state.path}>
        <bdi>{fileName(state.path)}</bdi>
      </span>
      <span className={styles.safe}>{t('source.untouched')}</span>
      <Button size="small" onPress={choose}>
        {t('source.chooseOther')}
      </Button>
      <ExampleButton />
    </div>
  );
}

function DropArea({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation('import');
  const [over, setOver] = useState(false);
  useShellEvent('drag', (phase) => setOver(phase === 'enter'));
  return (
    <div className={styles.drop}>
      <EmptyState
        drop
        over={over}
        icon={<FileSpreadsheet aria-hidden="true" />}
        title={t('source.dropTitle')}
        text={t('source.dropText')}
        actions={
          <>
            <Button variant="main" onPress={onChoose} autoFocus>
              {t('source.choose')}
            </Button>
            <ExampleButton />
          </>
        }
      />
    </div>
  );
}

function ExampleButton() {
  const { t } = useTranslation('import');
  const showFailure = useShowFailure();
  const save = async () => {
    try {
      const path = await pickSave(t('source.exampleTitle'), `${t('source.exampleName')}.xlsx`, ['xlsx', 'csv']);
      if (path === null) return;
      const { file } = await call('import_example', { path });
      showToast({
        title: t('source.exampleSaved', { name: fileName(file) }),
        action: { label: t('showInFolder'), onPress: () => void reveal(file).catch(showFailure) },
      });
    } catch (reason) {
      showFailure(reason);
    }
  };
  return (
    <Button variant="plain" size="small" onPress={save}>
      {t('source.example')}
    </Button>
  );
}

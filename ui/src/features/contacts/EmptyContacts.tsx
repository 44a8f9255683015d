// The screen of a workspace without contacts: a place to drop a spreadsheet on, and the other ways to begin.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { useShowFailure } from '@/components/failures';
import { ProgressBar } from '@/components/ProgressBar';
import { useImport } from '@/features/import/start';
import { useUndo } from '@/frame/undo';
import { call } from '@/ipc/call';
import { useShellEvent } from '@/ipc/shell';

export function EmptyContacts() {
  const { t } = useTranslation('contacts');
  const { chooseFile, pasteRows } = useImport();
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  const [isLoading, setLoading] = useState(false);
  const [isOver, setOver] = useState(false);
  useShellEvent('drag', (state) => setOver(state === 'enter'));

  const loadSample = async () => {
    setLoading(true);
    try {
      const { created, batch } = await call('sample_data', {});
      confirm(t('empty.sampleLoaded', { count: created }), batch);
    } catch (reason) {
      showFailure(reason);
    }
    setLoading(false);
  };

  return (
    <EmptyState
      drop
      over={isOver}
      title={t('empty.title')}
      text={t('empty.text')}
      actions={
        isLoading ? (
          <ProgressBar label={t('empty.loadingSample')} fraction={null} detail={t('empty.loadingSample')} />
        ) : (
          <>
            <Button variant="main" onPress={chooseFile}>
              {t('empty.choose')}
            </Button>
            <Button onPress={pasteRows}>{t('empty.paste')}</Button>
            <Button variant="plain" onPress={loadSample}>
              {t('empty.sample')}
            </Button>
          </>
        )
      }
    />
  );
}

// The history of imports: what came in when, from which file, with which outcome. One opens beside the list.
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { useImport } from '@/features/import/start';
import { ScreenHead } from '@/frame/ScreenHead';
import type { Batch } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { ImportDetails } from './ImportDetails';
import styles from './ImportsScreen.module.css';
import { ImportsTable } from './ImportsTable';
import type { ImportBatch } from './types';

const isImport = (batch: Batch): batch is ImportBatch => batch.import !== null;

export function ImportsScreen() {
  const { t } = useTranslation('imports');
  const { data } = useAsk('batches', { imports_only: true, limit: null });
  const { openSource } = useImport();
  const [address, setAddress] = useSearchParams();
  const imports = data?.batches.filter(isImport);
  const open = imports?.find(({ batch }) => String(batch) === address.get('batch'));
  const show = (batch: number | null) => setAddress(batch === null ? {} : { batch: String(batch) }, { replace: true });
  return (
    <>
      <ScreenHead title={t('title')}>
        <Button onPress={openSource}>{t('import')}</Button>
      </ScreenHead>
      {imports?.length === 0 && <NoImports onImport={openSource} />}
      {imports && imports.length > 0 && (
        <div className={styles.body}>
          <ImportsTable imports={imports} open={open?.batch ?? null} onOpen={show} />
          {open && <ImportDetails key={open.batch} batch={open} onClose={() => show(null)} />}
        </div>
      )}
    </>
  );
}

function NoImports({ onImport }: { onImport: () => void }) {
  const { t } = useTranslation('imports');
  return (
    <EmptyState
      icon={<FileDown aria-hidden="true" />}
      title={t('empty.title')}
      text={t('empty.text')}
      actions={
        <Button variant="main" onPress={onImport}>
          {t('empty.import')}
        </Button>
      }
    />
  );
}

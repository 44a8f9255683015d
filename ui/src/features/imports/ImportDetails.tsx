// One import: its counts and reasons, how each column was taken, the rows that were left out; undoing it, and what that kept.
import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { useLongDate } from '@/components/numbers';
import { ColumnFates } from '@/features/import/summary/ColumnFates';
import { SimilarPairs } from '@/features/import/summary/SimilarPairs';
import { UndoneNotice } from '@/features/import/summary/UndoneNotice';
import { useSaveRejects } from '@/features/import/summary/useSaveRejects';
import type { Undone } from '@/ipc/bindings';
import { useChange } from '@/ipc/call';
import { Counts } from './Counts';
import styles from './ImportDetails.module.css';
import { MissingContacts } from './MissingContacts';
import { Reasons } from './Reasons';
import { RejectedRows } from './RejectedRows';
import type { ImportBatch } from './types';

export function ImportDetails({ batch, onClose }: { batch: ImportBatch; onClose: () => void }) {
  const { t } = useTranslation(['imports', 'common']);
  const date = useLongDate();
  const navigate = useNavigate();
  const [undone, setUndone] = useState<Undone | null>(null);
  const { import: report } = batch;
  return (
    <aside className={styles.panel} aria-label={report.file}>
      <header className={styles.head}>
        <div className={styles.names}>
          <h2 className={styles.title} title={report.file}>
            <bdi>{report.file}</bdi>
          </h2>
          <p className={styles.when}>{`${date(batch.at)} · ${t('batch', { batch: batch.batch })}`}</p>
        </div>
        <IconButton size="small" label={t('common:close')} icon={<X />} onPress={onClose} />
      </header>
      {undone && <UndoneNotice undone={undone} />}
      {!undone && batch.undone_by !== null && <p className={styles.state}>{t('wasUndone')}</p>}
      <Actions batch={batch} onUndone={setUndone} />
      <Counts report={report} />
      <Reasons report={report} />
      {report.rejected > 0 && (
        <Section title={t('rejected')}>
          <RejectedRows batch={batch.batch} />
        </Section>
      )}
      {report.similar > 0 && (
        <Section title={t('similar')}>
          <SimilarPairs batch={batch.batch} onOpen={(id) => navigate(`/contacts/${id}`)} />
        </Section>
      )}
      <MissingContacts batch={batch.batch} />
      <Section title={t('mapping')}>
        <ColumnFates report={report} />
      </Section>
    </aside>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </div>
  );
}

function Actions({ batch, onUndone }: { batch: ImportBatch; onUndone: (undone: Undone) => void }) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const saveRejects = useSaveRejects();
  const showFailure = useShowFailure();
  const undo = useChange('undo');
  const { file, created, rejected } = batch.import;
  const isUndone = batch.undone_by !== null;
  return (
    <div className={styles.actions}>
      {created > 0 && !isUndone && (
        <Button onPress={() => navigate(`/contacts?batch=${batch.batch}`)}>{t('show')}</Button>
      )}
      {rejected > 0 && (
        <Button onPress={() => void saveRejects({ batch: batch.batch, file })}>{t('save', { count: rejected })}</Button>
      )}
      {!isUndone && (
        <Button
          variant="plain"
          isDisabled={undo.isPending}
          onPress={() => undo.mutate({ batch: batch.batch }, { onSuccess: onUndone, onError: showFailure })}
        >
          {t('undo')}
        </Button>
      )}
    </div>
  );
}

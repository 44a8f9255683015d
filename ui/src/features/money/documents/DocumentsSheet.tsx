// What was issued: invoices, receipts and what takes them back, each to be written as PDF once more, as it was.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Dialog';
import { useShowFailure } from '@/components/failures';
import { Refusal } from '@/components/Refusal';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { showToast } from '@/components/Toast';
import type { DocumentKind, IssuedDocument } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import { pickSave, reveal } from '@/ipc/shell';
import styles from '../bank/Bank.module.css';
import own from './Documents.module.css';
import { DocumentsTable } from './DocumentsTable';

const KINDS = ['invoice', 'credit_note', 'receipt', 'voided_receipt'] as const satisfies DocumentKind[];
const ALL = 'all';
/** How many more are shown at a time. */
const STEP = 100;

export function DocumentsSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['money', 'common']);
  const [kind, setKind] = useState<DocumentKind | null>(null);
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(STEP);
  const { data, error } = useAsk('documents_page', { kind, search, offset: 0, limit }, { keepPrevious: true });
  const write = useWrite();
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('documents.title')}
      footer={
        <>
          <span className={styles.total} role="status">
            {data && t('documents.count', { count: data.total })}
          </span>
          <Button onPress={onClose}>{t('common:close')}</Button>
        </>
      }
    >
      <div className={styles.body}>
        <div className={own.choices}>
          <Select
            label={t('documents.which')}
            choices={[
              { id: ALL, label: t('documents.all') },
              ...KINDS.map((id) => ({ id, label: t(`documents.kinds.${id}`) })),
            ]}
            value={kind ?? ALL}
            onChange={(id) => setKind(id === ALL ? null : (id as DocumentKind))}
          />
          <TextField
            label={t('documents.search')}
            description={t('documents.searchHint')}
            value={search}
            onChange={setSearch}
          />
        </div>
        <Refusal failure={error} />
        {data && <DocumentsTable documents={data.documents} onWrite={(one) => void write(one)} />}
        {data && data.total > data.documents.length && (
          <div>
            <Button onPress={() => setLimit(limit + STEP)}>{t('documents.more')}</Button>
          </div>
        )}
      </div>
    </Sheet>
  );
}

/** Asks for a file and writes the document into it; told is where it lies. */
function useWrite() {
  const { t } = useTranslation('money');
  const showFailure = useShowFailure();
  return async ({ id, title }: IssuedDocument) => {
    try {
      const path = await pickSave(t('documents.save'), `${title}.pdf`, ['pdf']);
      if (path === null) return;
      const { file } = await call('document_save', { id, path });
      const show = { label: t('documents.show'), onPress: () => void reveal(file).catch(showFailure) };
      showToast({ title: t('documents.saved', { title }), action: show });
    } catch (reason) {
      showFailure(reason);
    }
  };
}

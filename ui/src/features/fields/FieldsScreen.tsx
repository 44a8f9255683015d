// Manage fields: the custom fields of contacts, organizations and members in their order, and the default ones of contacts.
import { ListPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Segmented } from '@/components/Segmented';
import { ScreenHead } from '@/frame/ScreenHead';
import type { Field, FieldUse, Subject } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { CustomTable } from './CustomTable';
import { DefaultTable } from './DefaultTable';
import { FieldDialog } from './FieldDialog';
import styles from './FieldsScreen.module.css';
import { MisfitsDialog } from './MisfitsDialog';
import { RemoveDialog } from './RemoveDialog';

const SUBJECTS = ['contact', 'organization', 'member'] as const satisfies readonly Subject[];

/** What is open above the screen. */
export type Open = { what: 'add' } | { what: 'edit' | 'remove' | 'misfits'; field: Field } | null;

export function FieldsScreen() {
  const { t } = useTranslation('fields');
  const [subject, setSubject] = useState<Subject>('contact');
  const [open, setOpen] = useState<Open>(null);
  const { data } = useAsk('fields_manage', {});
  const { data: counted } = useAsk('field_uses', {});
  const uses = new Map(counted?.uses.map((use) => [use.code, use]));
  const custom = data?.fields.filter((field) => field.custom && field.subject === subject) ?? [];
  const defaults = data?.fields.filter((field) => !field.custom && field.subject === subject) ?? [];
  const add = () => setOpen({ what: 'add' });
  return (
    <>
      <ScreenHead
        title={t('title')}
        middle={
          <Segmented
            quiet
            label={t('whose')}
            choices={SUBJECTS.map((id) => ({ id, label: t(`subjects.${id}`) }))}
            value={subject}
            onChange={(id) => setSubject(id as Subject)}
          />
        }
      >
        <Button variant="main" icon={<Plus />} onPress={add}>
          {t('add')}
        </Button>
      </ScreenHead>
      <div className={styles.page}>
        {data && custom.length === 0 && <Nothing subject={subject} onAdd={add} />}
        {custom.length > 0 && <CustomTable subject={subject} fields={custom} uses={uses} onOpen={setOpen} />}
        {defaults.length > 0 && <DefaultTable fields={defaults} uses={uses} />}
      </div>
      <Opened open={open} subject={subject} uses={uses} onClose={() => setOpen(null)} />
    </>
  );
}

function Nothing({ subject, onAdd }: { subject: Subject; onAdd: () => void }) {
  const { t } = useTranslation('fields');
  return (
    <div className={styles.nothing}>
      <EmptyState
        icon={<ListPlus />}
        title={t(`empty.${subject}.title`)}
        text={t(`empty.${subject}.text`)}
        actions={<Button onPress={onAdd}>{t('add')}</Button>}
      />
    </div>
  );
}

type OpenedProps = { open: Open; subject: Subject; uses: Map<string, FieldUse>; onClose: () => void };

function Opened({ open, subject, uses, onClose }: OpenedProps) {
  if (!open) return null;
  switch (open.what) {
    case 'add':
      return <FieldDialog field={null} subject={subject} onClose={onClose} />;
    case 'edit':
      return <FieldDialog key={open.field.code} field={open.field} subject={subject} onClose={onClose} />;
    case 'remove':
      return <RemoveDialog field={open.field} values={uses.get(open.field.code)?.values ?? null} onClose={onClose} />;
    case 'misfits':
      return <MisfitsDialog field={open.field} onClose={onClose} />;
  }
}

// One change for all selected contacts: which tag, group, organization or field; then progress, and an Undo for all of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Suggestions } from '@/components/Suggestions';
import { TextField } from '@/components/TextField';
import { useUndo } from '@/frame/undo';
import type { BulkEdit } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { useJob } from '@/ipc/jobs';
import type { ContactList } from '../useContactList';
import { ChangeDialog } from './ChangeDialog';
import { begin, SetField } from './SetField';

export type BulkKind = BulkEdit['kind'];

const GROUPS: BulkKind[] = ['add_to_group', 'remove_from_group'];

function editOf(kind: BulkKind, field: string, text: string): BulkEdit {
  const name = text.trim();
  switch (kind) {
    case 'add_tag':
    case 'remove_tag':
      return { kind, tag: name };
    case 'add_to_group':
    case 'remove_from_group':
      return { kind, group: name };
    case 'affiliate':
      return { kind, organization: name };
    case 'set_field':
      return { kind, field, value: text };
  }
}

type BulkDialogProps = { kind: BulkKind | null; onClose: () => void; list: ContactList };

export function BulkDialog({ kind, ...props }: BulkDialogProps) {
  return kind && <Asking key={kind} kind={kind} {...props} />;
}

function Asking({ kind, onClose, list }: BulkDialogProps & { kind: BulkKind }) {
  const { t } = useTranslation('contacts');
  const [text, setText] = useState('');
  const [value, setValue] = useState<string | null>(null);
  const [field, setField] = useState('lifecycle');
  const job = useJob('contacts_change');
  const { confirm } = useUndo();
  const isReady = kind === 'set_field' ? value !== null : text.trim() !== '';

  const choose = (code: string) => {
    setField(code);
    setValue(begin(code));
  };
  const start = async () => {
    const done = await job.run({
      selection: list.forCore(),
      edits: [editOf(kind, field, kind === 'set_field' ? (value ?? '') : text)],
    });
    if (!done) return;
    onClose();
    confirm(t('bulk.done', { count: done.count }), done.batch);
    list.focus();
  };

  return (
    <ChangeDialog
      title={t(`bulk.${kind}`)}
      about={t('bulk.about', { count: list.count })}
      verb={t(`bulk.verb.${kind}`)}
      running={t('bulk.running')}
      job={job}
      isReady={isReady}
      onStart={() => void start()}
      onClose={onClose}
    >
      {kind === 'set_field' ? (
        <SetField code={field} onCode={choose} value={value} onValue={setValue} isDisabled={job.running} />
      ) : (
        <TextField label={t(`bulk.label.${kind}`)} value={text} onChange={setText} autoFocus isDisabled={job.running} />
      )}
      {GROUPS.includes(kind) && <GroupNames text={text} onChoose={setText} />}
    </ChangeDialog>
  );
}

/** The groups that are filled by hand. */
function GroupNames({ text, onChoose }: { text: string; onChoose: (name: string) => void }) {
  const groups = useAsk('groups_list', {}).data?.groups ?? [];
  const byHand = groups.filter(({ kind }) => kind === 'static');
  return <Suggestions names={byHand.map(({ name }) => name)} typed={text} onChoose={onChoose} />;
}

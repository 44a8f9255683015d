// A field of all selected organizations: which one and what it shall say; then progress, and an Undo for all of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { ChangeDialog } from '@/features/contacts/bulk/ChangeDialog';
import { ValueField } from '@/features/fields/values/ValueField';
import { useUndo } from '@/frame/undo';
import { useJob } from '@/ipc/jobs';
import { KINDS } from '../address';
import { OrganizationPicker } from '../OrganizationPicker';
import type { OrganizationList } from '../useOrganizationList';
import { type Settable, useSettableFields } from './fields';

/** What a field says before anything was typed: a kind is always one of three. */
const begin = (code: string) => (code === 'kind' ? KINDS[0] : '');

export function SetField({ list, onClose }: { list: OrganizationList; onClose: () => void }) {
  const { t } = useTranslation(['organizations', 'contacts']);
  const fields = useSettableFields();
  const [code, setCode] = useState('owner');
  const [value, setValue] = useState(begin('owner'));
  const job = useJob('organizations_change');
  const { confirm } = useUndo();
  const field = fields.find((candidate) => candidate.code === code);

  const choose = (next: string) => {
    setCode(next);
    setValue(begin(next));
  };
  const start = async () => {
    const done = await job.run({ selection: list.forCore(), set: [{ field: code, value }] });
    if (!done) return;
    onClose();
    confirm(t('bulk.done', { count: done.count }), done.batch);
    list.focus();
  };

  return (
    <ChangeDialog
      title={t('contacts:bulk.set_field')}
      about={t('bulk.about', { count: list.count })}
      verb={t('contacts:bulk.verb.set_field')}
      running={t('bulk.running')}
      job={job}
      isReady={field !== undefined}
      onStart={() => void start()}
      onClose={onClose}
    >
      <Select
        label={t('contacts:bulk.field')}
        choices={fields.map(({ code: id, label }) => ({ id, label }))}
        value={code}
        onChange={choose}
        isDisabled={job.running}
      />
      {field && <Value key={code} field={field} value={value} onChange={setValue} />}
    </ChangeDialog>
  );
}

type ValueProps = { field: Settable; value: string; onChange: (value: string) => void };

function Value({ field: { code, custom }, value, onChange }: ValueProps) {
  const { t } = useTranslation(['organizations', 'contacts']);
  const label = t('contacts:bulk.label.set_field');
  if (custom) return <ValueField field={{ ...custom, label }} value={value} onChange={onChange} />;
  if (code === 'kind') {
    const kinds = KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }));
    return <Select label={label} choices={kinds} value={value} onChange={onChange} />;
  }
  if (code === 'parent')
    return (
      <OrganizationPicker
        onlyExisting
        label={label}
        value={null}
        onChange={(choice) => onChange(choice?.id ? String(choice.id) : '')}
      />
    );
  return (
    <TextField
      label={label}
      description={t('contacts:bulk.empties')}
      value={value}
      onChange={onChange}
      rows={code === 'notes' ? 3 : undefined}
      autoFocus
    />
  );
}

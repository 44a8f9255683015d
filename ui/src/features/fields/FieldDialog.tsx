// A field made or changed. Where its type or options change, what would become of the values stands beneath before anything
// happens, and the button says that what doesn't fit stays as it is.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Dialog } from '@/components/Dialog';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { useUndo } from '@/frame/undo';
import type { Field, FieldType, Subject } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import { type Failure, toFailure } from '@/ipc/failure';
import styles from './dialogs.module.css';
import { changesValues, type Draft, draftOf, hasOptions, optionNames, TYPES, toAdd, toEdit } from './draft';
import { Options } from './Options';
import { Preview } from './Preview';
import { useRefusal } from './useRefusal';
import { ValueField } from './values/ValueField';

type FieldDialogProps = { field: Field | null; subject: Subject; onClose: () => void };

export function FieldDialog({ field, subject, onClose }: FieldDialogProps) {
  const { t } = useTranslation(['fields', 'common']);
  const [draft, setDraft] = useState(() => draftOf(field));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { confirm } = useUndo();
  const change = (part: Partial<Draft>) => {
    setDraft((old) => ({ ...old, ...part }));
    setFailure(null);
  };
  const asks =
    field !== null && changesValues(draft, field) && (!hasOptions(draft.type) || optionNames(draft).length > 0);
  const question = { ...toEdit(draft, field?.code ?? '', false), default: '', label: null };
  const { data: preview } = useAsk('field_edit_preview', question, { enabled: asks, keepPrevious: true });
  const misfits = asks ? (preview?.misfits ?? 0) : 0;

  const save = async () => {
    setSaving(true);
    try {
      const { field: saved, batch } = field
        ? await call('field_edit', toEdit(draft, field.code, misfits > 0))
        : await call('field_add', toAdd(draft, subject));
      confirm(t(field ? 'fields:done.changed' : 'fields:done.added', { field: saved.label }), batch);
      onClose();
    } catch (reason) {
      setFailure(toFailure(reason));
      setSaving(false);
    }
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      title={field ? t('fields:editTitle', { field: field.label }) : t(`fields:addTitle.${subject}`)}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving}>
            {misfits > 0 ? t('fields:saveKeeping', { count: misfits }) : t(field ? 'common:save' : 'fields:addIt')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Parts draft={draft} field={field} failure={failure} onChange={change} />
        {asks && preview && preview.values > 0 && (
          <Preview preview={preview} shape={{ ...draft, options: optionNames(draft) }} />
        )}
      </div>
    </Dialog>
  );
}

type PartsProps = {
  draft: Draft;
  field: Field | null;
  failure: Failure | null;
  onChange: (part: Partial<Draft>) => void;
};

function Parts({ draft, field, failure, onChange }: PartsProps) {
  const { t } = useTranslation('fields');
  const { refusal, rest } = useRefusal(failure, ['label', 'code', 'options', 'currency', 'default']);
  const shape = { type: draft.type, options: optionNames(draft), currency: draft.currency || null };
  return (
    <>
      <TextField
        label={t('columns.label')}
        value={draft.label}
        onChange={(label) => onChange({ label })}
        error={refusal('label')}
        autoFocus={!field}
      />
      <div className={styles.pair}>
        <Select
          label={t('columns.type')}
          choices={TYPES.map((id) => ({ id, label: t(`types.${id}`) }))}
          value={draft.type}
          onChange={(type) => onChange({ type: type as FieldType, default: '' })}
        />
        <TextField
          label={t('columns.code')}
          value={draft.code}
          onChange={(code) => onChange({ code })}
          isReadOnly={field !== null}
          placeholder={t('codeMade')}
          description={field ? t('codeFixed') : undefined}
          error={refusal('code')}
          ltr
        />
      </div>
      {hasOptions(draft.type) && (
        <Options options={draft.options} onChange={(options) => onChange({ options })} error={refusal('options')} />
      )}
      {draft.type === 'money' && (
        <TextField
          label={t('currency')}
          value={draft.currency}
          onChange={(currency) => onChange({ currency: currency.toUpperCase() })}
          description={t('currencyHint')}
          error={refusal('currency')}
          maxLength={3}
          ltr
        />
      )}
      <ValueField
        key={draft.type}
        field={{ ...shape, label: t('default') }}
        value={draft.default}
        onChange={(value) => onChange({ default: value })}
        error={refusal('default')}
      />
      <Checkbox isSelected={draft.required} onChange={(required) => onChange({ required })}>
        {t('requiredLong')}
      </Checkbox>
      {rest && (
        <p className={styles.refusal} role="alert">
          {rest}
        </p>
      )}
    </>
  );
}

// A new group, or the attributes of one: filled by hand or by a filter.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import { Suggestions } from '@/components/Suggestions';
import { TextField } from '@/components/TextField';
import { FilterBuilder } from '@/features/filters/FilterBuilder';
import { useImport } from '@/features/import/start';
import type { Group } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import styles from './GroupDialog.module.css';
import { useSave } from './useSave';

const TYPES = ['general', 'campaign', 'event', 'segment'] as const;

/** A new group may begin with a filter. */
type GroupDialogProps = { group: Group | null; filter?: string; onClose: () => void };

export function GroupDialog({ group, filter: wanted = '', onClose }: GroupDialogProps) {
  const { t } = useTranslation(['groups', 'common']);
  const [name, setName] = useState(group?.name ?? '');
  const [category, setCategory] = useState(group?.category ?? '');
  const [type, setType] = useState(group?.type ?? 'general');
  const [description, setDescription] = useState(group?.description ?? '');
  const [kind, setKind] = useState<string>(group?.kind ?? (wanted ? 'dynamic' : 'static'));
  const [filter, setFilter] = useState(group?.filter ?? wanted);
  const { save, isSaving, errorOf } = useSave(onClose);
  const categories = useAsk('group_categories', {}).data?.categories ?? [];
  const { importInto } = useImport();
  const isDynamic = kind === 'dynamic';

  const submit = (andThen?: () => void) => {
    const shared = { name, category, type, description };
    const work = () =>
      group
        ? call('group_edit', { ...shared, id: group.id, filter: isDynamic && filter !== group.filter ? filter : null })
        : call('group_create', { ...shared, filter: isDynamic ? filter : null });
    void save(work, group ? t('changed') : t('made'), andThen);
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      wide={isDynamic}
      title={group ? t('editTitle') : t('new')}
      onSubmit={() => submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          {!group && !isDynamic && (
            <Button onPress={() => submit(() => importInto(name.trim()))} isDisabled={isSaving}>
              {t('createAndImport')}
            </Button>
          )}
          <Button variant="main" type="submit" isDisabled={isSaving || (isDynamic && filter.trim() === '')}>
            {group ? t('common:save') : t('create')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField label={t('columns.name')} value={name} onChange={setName} error={errorOf('name')} autoFocus />
        <div className={styles.pair}>
          <div className={styles.category}>
            <TextField label={t('columns.category')} value={category} onChange={setCategory} />
            <Suggestions names={categories.map((one) => one.name)} typed={category} onChoose={setCategory} />
          </div>
          <Select
            label={t('columns.type')}
            choices={TYPES.map((id) => ({ id, label: t(`types.${id}`) }))}
            value={type}
            onChange={setType}
          />
        </div>
        <TextField label={t('description')} value={description} onChange={setDescription} />
        {!group && (
          <Segmented
            label={t('filledBy')}
            choices={(['static', 'dynamic'] as const).map((id) => ({ id, label: t(`kinds.${id}`) }))}
            value={kind}
            onChange={setKind}
          />
        )}
        {isDynamic && <FilterBuilder text={filter} onChange={setFilter} />}
        {(errorOf('filter') ?? errorOf(null)) && <p className={styles.error}>{errorOf('filter') ?? errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

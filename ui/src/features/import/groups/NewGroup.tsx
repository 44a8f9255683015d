// The name of a group that the import makes. A name that exists already means the existing group.
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { TextField } from '@/components/TextField';
import type { Group } from '@/ipc/bindings';
import { fileStem } from '../model/files';
import styles from './NewGroup.module.css';

type NewGroupProps = { suggestion: string; existing: Group[]; chosen: string[]; onAdd: (name: string) => void };

export function NewGroup({ suggestion, existing, chosen, onAdd }: NewGroupProps) {
  const { t, i18n } = useTranslation('import');
  const [name, setName] = useState('');
  const { compare } = new Intl.Collator(i18n.language, { sensitivity: 'accent' });
  const trimmed = name.trim();
  const same = existing.find((group) => compare(group.name, trimmed) === 0);
  const stem = fileStem(suggestion);
  const suggest = stem !== '' && !chosen.includes(stem) && trimmed === '';
  const add = (wanted: string) => {
    if (wanted === '') return;
    onAdd(existing.find((group) => compare(group.name, wanted) === 0)?.name ?? wanted);
    setName('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add(trimmed);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('groups.newName')}
        value={name}
        onChange={setName}
        description={same ? t('groups.exists', { name: same.name }) : t('groups.newHint')}
      />
      <Button type="submit" isDisabled={trimmed === ''} icon={<Plus aria-hidden="true" />}>
        {same ? t('groups.choose') : t('groups.add')}
      </Button>
      {suggest && (
        <Button variant="plain" size="small" onPress={() => add(stem)} icon={<Plus aria-hidden="true" />}>
          {t('groups.suggest', { name: stem })}
        </Button>
      )}
    </form>
  );
}

// A new group of others: in any of them, in all of them, or in the first and none of the others; live or as they are now.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Dialog } from '@/components/Dialog';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import type { Combination, Group } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import styles from './GroupDialog.module.css';
import { useSave } from './useSave';

const WAYS = ['union', 'intersect', 'except'] as const satisfies Combination[];

type CombineDialogProps = { groups: Group[]; onClose: () => void; onDone: () => void };

export function CombineDialog({ groups, onClose, onDone }: CombineDialogProps) {
  const { t } = useTranslation(['groups', 'common']);
  const [name, setName] = useState('');
  const [how, setHow] = useState<Combination>('union');
  const [first, setFirst] = useState(String(groups[0]?.id));
  const [isLive, setLive] = useState(true);
  const { save, isSaving, errorOf } = useSave(onClose);
  const submit = () => {
    const others = groups.map(({ id }) => id).filter((id) => String(id) !== first);
    const group = { name, category: null, type: null, filter: null, description: null };
    const work = () => call('groups_combine', { group, how, of: [Number(first), ...others], live: isLive });
    void save(work, t('made'), onDone);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('combine.title', { count: groups.length })}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving}>
            {t('create')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField label={t('combine.name')} value={name} onChange={setName} error={errorOf('name')} autoFocus />
        <Segmented
          label={t('combine.how')}
          choices={WAYS.map((id) => ({ id, label: t(`combine.${id}`) }))}
          value={how}
          onChange={(id) => setHow(WAYS.find((way) => way === id) ?? 'union')}
        />
        {how === 'except' && (
          <Select
            label={t('combine.first')}
            choices={groups.map((group) => ({ id: String(group.id), label: group.name }))}
            value={first}
            onChange={setFirst}
          />
        )}
        <Checkbox isSelected={isLive} onChange={setLive}>
          {t('combine.live')}
        </Checkbox>
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

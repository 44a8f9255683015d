// Pinning the selected contacts to a group by filter: always in it, never in it, or as its filter says.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import type { Pin, Selection } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import styles from './GroupDialog.module.css';
import { useSave } from './useSave';

type PinDialogProps = {
  selection: Selection;
  count: number;
  /** The group that the list was opened for. */
  group: number | null;
  onClose: () => void;
};

export function PinDialog({ selection, count, group, onClose }: PinDialogProps) {
  const { t } = useTranslation(['groups', 'common']);
  const groups = useAsk('groups_list', {}).data?.groups ?? [];
  const followed = groups.filter(({ kind }) => kind === 'dynamic');
  const [chosen, setChosen] = useState(group);
  const [pin, setPin] = useState<Pin>('include');
  const { save, isSaving, errorOf } = useSave(onClose);
  const about = followed.find(({ id }) => id === chosen) ?? followed[0];
  const submit = () => {
    if (!about) return;
    const who = { kind: 'selection', selection } as const;
    void save(() => call('group_pin', { group: about.id, who, pin }), t(`pin.done.${pin}`));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('pin.title', { count })}
      onSubmit={submit}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={!about || isSaving}>
            {t('pin.action')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.text}>{about ? t('pin.text') : t('pin.noGroups')}</p>
        {about && (
          <>
            <Select
              label={t('why.group')}
              choices={followed.map(({ id, name }) => ({ id: String(id), label: name }))}
              value={String(about.id)}
              onChange={(id) => setChosen(Number(id))}
            />
            <Segmented
              label={t('pin.how')}
              choices={(['include', 'exclude', 'none'] as const).map((id) => ({ id, label: t(`pin.${id}`) }))}
              value={pin}
              onChange={(id) => setPin(id as Pin)}
            />
          </>
        )}
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

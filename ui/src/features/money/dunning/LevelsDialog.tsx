// The levels of dunning: within how many days an order is to be paid, and when each letter follows with which words.
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/TextField';
import form from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import type { DunningLevels } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import styles from './Levels.module.css';

const MOST = 5;

export function LevelsDialog({ onClose }: { onClose: () => void }) {
  const { data } = useAsk('dunning_levels', {});
  return data ? <Form held={data} onClose={onClose} /> : null;
}

type Typed = { key: number; days: string; title: string; text: string };
const number = (text: string) => Number.parseInt(text, 10) || 0;

function Form({ held, onClose }: { held: DunningLevels; onClose: () => void }) {
  const { t } = useTranslation(['money', 'common']);
  const { save, isSaving, errorOf } = useSave(onClose);
  const [due, setDue] = useState(String(held.due_days));
  const [levels, setLevels] = useState<Typed[]>(
    held.levels.map(({ days, title, text }, key) => ({ key, days: String(days), title, text })),
  );
  const put = (key: number, part: Partial<Typed>) =>
    setLevels(levels.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () => {
    const last = levels.at(-1);
    const days = String(number(last?.days ?? '0') + 14);
    setLevels([...levels, { key: (last?.key ?? 0) + 1, days, title: '', text: '' }]);
  };
  const submit = () => {
    const work = async () => {
      const kept = levels.map(({ days, title, text }) => ({ days: number(days), title, text }));
      await call('dunning_levels_set', { due_days: number(due), levels: kept });
      return { batch: null };
    };
    void save(work, t('levels.done'));
  };
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      onSubmit={submit}
      title={t('levels.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <div className={form.form}>
        <TextField label={t('levels.due')} value={due} onChange={setDue} ltr autoFocus />
        {levels.map((one, at) => (
          <fieldset key={one.key} className={styles.level}>
            <legend>{t('dunning.level', { level: at + 1 })}</legend>
            <div className={styles.line}>
              <TextField label={t('levels.days')} value={one.days} onChange={(days) => put(one.key, { days })} ltr />
              <TextField
                label={t('levels.heading')}
                placeholder={t('levels.usual')}
                value={one.title}
                onChange={(title) => put(one.key, { title })}
              />
              <IconButton
                label={t('levels.remove', { level: at + 1 })}
                icon={<X />}
                isDisabled={levels.length === 1}
                onPress={() => setLevels(levels.filter(({ key }) => key !== one.key))}
              />
            </div>
            <TextField
              label={t('levels.text')}
              placeholder={t('levels.usual')}
              value={one.text}
              onChange={(text) => put(one.key, { text })}
              rows={2}
            />
          </fieldset>
        ))}
        <div>
          <Button icon={<Plus />} isDisabled={levels.length >= MOST} onPress={add}>
            {t('levels.add')}
          </Button>
        </div>
        {(errorOf('levels') ?? errorOf(null)) && <p className={form.error}>{errorOf('levels') ?? errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

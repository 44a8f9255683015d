// Lifting an opt-out. It touches consent, so it is asked about: the ground is needed and kept with the history.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { TextField } from '@/components/TextField';
import { useUndo } from '@/frame/undo';
import type { OptOutValue } from '@/ipc/bindings';
import { useChange } from '@/ipc/call';
import styles from './Forms.module.css';

type ReinstateFormProps = { value: OptOutValue; shown: string; onDone: () => void };

export function ReinstateForm({ value, shown, onDone }: ReinstateFormProps) {
  const { t } = useTranslation(['opt_outs', 'common']);
  const [ground, setGround] = useState('');
  const [isMissing, setMissing] = useState(false);
  const remove = useChange('opt_out_remove');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();

  const reinstate = async () => {
    setMissing(!ground.trim());
    if (!ground.trim()) return;
    try {
      const done = await remove.mutateAsync({ value, ground, note: null, country: null });
      confirm(t('done.reinstated', { value: shown }), done.batch);
      onDone();
    } catch (reason) {
      showFailure(reason);
    }
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void reinstate();
      }}
    >
      <TextField
        label={t('form.ground')}
        description={t('form.groundHint')}
        placeholder={t('form.groundExample')}
        error={isMissing ? t('form.groundMissing') : null}
        value={ground}
        onChange={(text) => {
          setGround(text);
          setMissing(false);
        }}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button onPress={onDone}>{t('common:cancel')}</Button>
        <Button type="submit" variant="main" isDisabled={remove.isPending}>
          {t('actions.reinstate')}
        </Button>
      </div>
    </form>
  );
}

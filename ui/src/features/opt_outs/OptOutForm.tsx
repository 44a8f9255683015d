// Opting one value out, or giving an opt-out that stands other words: at whose wish, why, a note.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import type { OptOutAct, OptOutValue, Subscription } from '@/ipc/bindings';
import { useChange } from '@/ipc/call';
import { ActFields } from './ActFields';
import styles from './Forms.module.css';

type OptOutFormProps = {
  value: OptOutValue;
  shown: string;
  /** The opt-out whose words are changed; without it the value is opted out. */
  standing?: Subscription;
  onDone: () => void;
};

export function OptOutForm({ value, shown, standing, onDone }: OptOutFormProps) {
  const { t } = useTranslation(['opt_outs', 'common']);
  const [act, setAct] = useState<OptOutAct>({
    initiative: standing?.initiative ?? 'theirs',
    reason: standing?.reason ?? '',
    note: standing?.note ?? '',
  });
  const add = useChange('opt_out_add');
  const edit = useChange('opt_out_edit');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();

  const save = async () => {
    try {
      const done = standing
        ? await edit.mutateAsync({ value, act })
        : await add.mutateAsync({ values: [value], act, country: null });
      confirm(t(standing ? 'done.edited' : 'done.optedOut', { value: shown }), done.batch);
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
        void save();
      }}
    >
      <ActFields act={act} onChange={setAct} autoFocus />
      <div className={styles.buttons}>
        <Button onPress={onDone}>{t('common:cancel')}</Button>
        <Button type="submit" variant="main" isDisabled={add.isPending || edit.isPending}>
          {standing ? t('common:save') : t('actions.optOut')}
        </Button>
      </div>
    </form>
  );
}

// The history of a contact: who changed what, when, from what to what; a value that was replaced can be made the present one
// again, which is a change like any other.
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { useLongDate } from '@/components/numbers';
import type { FieldChange } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import styles from './HistoryTab.module.css';
import { useChangedField, useChangedValue } from './historyWords';
import { useShowChanged } from './useEditContact';

export function HistoryTab({ id }: { id: number }) {
  const { t } = useTranslation('profile');
  const { data } = useAsk('contact_history', { id });
  if (!data) return null;
  return (
    <ol className={styles.deeds} aria-label={t('tabs.history')}>
      {deedsOf(data.changes).map((changes) => (
        <Deed key={`${changes[0]?.batch}-${changes[0]?.operation}`} id={id} changes={changes} />
      ))}
    </ol>
  );
}

/** Changes that were made together, in the order that they came in. */
function deedsOf(changes: FieldChange[]): FieldChange[][] {
  const deeds: FieldChange[][] = [];
  for (const change of changes) {
    const last = deeds.at(-1);
    if (last?.[0]?.batch === change.batch && last[0].operation === change.operation) last.push(change);
    else deeds.push([change]);
  }
  return deeds;
}

function Deed({ id, changes }: { id: number; changes: FieldChange[] }) {
  const { t, i18n } = useTranslation(['profile', 'frame']);
  const date = useLongDate();
  const [first] = changes;
  if (!first) return null;
  const known = i18n.exists(`profile:history.operations.${first.operation}`);
  const name = known ? t(`history.operations.${first.operation}` as never) : first.operation.replaceAll('_', ' ');
  return (
    <li className={styles.deed}>
      <p className={styles.head}>
        <span className={styles.operation}>{name}</span>
        <span className={styles.when}>
          {date(first.at)}
          {first.by && (
            <>
              {' · '}
              <bdi>{first.by}</bdi>
            </>
          )}
        </span>
      </p>
      <ul>
        {changes.map((change) => (
          <Change key={`${change.field} ${change.of} ${change.before} ${change.after}`} id={id} change={change} />
        ))}
      </ul>
    </li>
  );
}

function Change({ id, change }: { id: number; change: FieldChange }) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  const showChanged = useShowChanged(id);
  const field = useChangedField()(change);
  const value = useChangedValue();
  const { before, after, restore } = change;
  const bring = () => {
    if (restore) showChanged(call('contact_restore_value', { id, restore })).catch(showFailure);
  };
  return (
    <li className={styles.change}>
      <span className={styles.field}>
        <bdi>{field}</bdi>
      </span>
      <span className={styles.values}>
        {before !== null && <bdi className={styles.before}>{value(change, before)}</bdi>}
        {before !== null && after !== null && <ArrowRight aria-label={t('history.became')} />}
        {after === null ? <span className={styles.gone}>{t('history.gone')}</span> : <bdi>{value(change, after)}</bdi>}
      </span>
      {restore && (
        <Button
          size="small"
          variant="plain"
          aria-label={t(before === null ? 'history.takeOutOf' : 'history.restoreOf', { field, value: before ?? after })}
          onPress={bring}
        >
          {t(before === null ? 'history.takeOut' : 'history.restore')}
        </Button>
      )}
    </li>
  );
}

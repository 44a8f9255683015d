// The history of a contact or an organization: who changed what, when, from what to what; a value that was replaced can be
// made the present one again, which is a change like any other.
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { useLongDate } from '@/components/numbers';
import type { FieldChange, RestorePoint } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import styles from './HistoryTab.module.css';
import { useChangedField, useChangedValue } from './historyWords';
import { useShowChanged } from './useEditContact';

type Restore = (restore: RestorePoint) => Promise<void>;

export function ContactHistory({ id }: { id: number }) {
  const { data } = useAsk('contact_history', { id });
  const showChanged = useShowChanged(id);
  const restore: Restore = (point) => showChanged(call('contact_restore_value', { id, restore: point }));
  return data && <HistoryTab changes={data.changes} onRestore={restore} />;
}

type HistoryTabProps = { changes: FieldChange[]; onRestore: Restore };

export function HistoryTab({ changes, onRestore }: HistoryTabProps) {
  const { t } = useTranslation('profile');
  return (
    <ol className={styles.deeds} aria-label={t('tabs.history')}>
      {deedsOf(changes).map((deed) => (
        <Deed key={`${deed[0]?.batch}-${deed[0]?.operation}`} changes={deed} onRestore={onRestore} />
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

function Deed({ changes, onRestore }: HistoryTabProps) {
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
          <Change
            key={`${change.field} ${change.of} ${change.before} ${change.after}`}
            change={change}
            onRestore={onRestore}
          />
        ))}
      </ul>
    </li>
  );
}

function Change({ change, onRestore }: { change: FieldChange; onRestore: Restore }) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  const field = useChangedField()(change);
  const value = useChangedValue();
  const { before, after, restore } = change;
  const bring = () => {
    if (restore) onRestore(restore).catch(showFailure);
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

// The renewal run: which memberships, what each new term would be and cost, and all of them as one batch with an Undo.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useFailureText } from '@/components/failures';
import { useMoney } from '@/components/money';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { Select } from '@/components/Select';
import { FilterBuilder } from '@/features/filters/FilterBuilder';
import { useUndo } from '@/frame/undo';
import type { RenewalsRequest } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { useJob } from '@/ipc/jobs';
import { DueList } from './DueList';
import styles from './RenewalsDialog.module.css';

const DAYS = [7, 14, 30, 60, 90];
/** How many of those that are due are shown. */
const SHOWN = 200;
const ANY = 'any';

export function RenewalsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['members', 'common']);
  const money = useMoney();
  const inWords = useFailureText();
  const { confirm } = useUndo();
  const [days, setDays] = useState(30);
  const [typeId, setType] = useState<number | null>(null);
  const [filter, setFilter] = useState('');
  const [isNarrowing, setNarrowing] = useState(false);
  const [without, setWithout] = useState<number[]>([]);
  const request: RenewalsRequest = { ends_within: days, filter, type_id: typeId, without, limit: SHOWN };
  const { data, error } = useAsk('renewals_preview', request, { keepPrevious: true });
  const job = useJob('renewals_apply');
  const types = useAsk('membership_types', {}).data?.types ?? [];
  const count = data?.total ?? 0;

  const apply = async () => {
    const done = await job.run({ ...request, limit: 0 });
    if (!done) return;
    confirm(t('run.done', { count: done.total }), done.batch);
    onClose();
  };

  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      locked={job.running}
      title={t('run.title')}
      actions={
        <>
          <Button onPress={job.running ? job.cancel : onClose}>{t('common:cancel')}</Button>
          <Button variant="main" isDisabled={job.running || count === 0 || error !== null} onPress={() => void apply()}>
            {count > 0 ? t('run.apply', { count }) : t('renew')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.choices}>
          <Select
            label={t('run.days')}
            choices={DAYS.map((count) => ({ id: String(count), label: t('run.daysChoice', { count }) }))}
            value={String(days)}
            onChange={(id) => setDays(Number(id))}
            isDisabled={job.running}
          />
          <Select
            label={t('run.type')}
            choices={[
              { id: ANY, label: t('run.anyType') },
              ...types.map(({ id, name }) => ({ id: String(id), label: name })),
            ]}
            value={typeId === null ? ANY : String(typeId)}
            onChange={(id) => setType(id === ANY ? null : Number(id))}
            isDisabled={job.running}
          />
          {!isNarrowing && <Button onPress={() => setNarrowing(true)}>{t('run.narrow')}</Button>}
        </div>
        {isNarrowing && <FilterBuilder text={filter} onChange={setFilter} />}
        {error && <p className={styles.failure}>{inWords(error).message}</p>}
        {data && (
          <DueList
            due={data}
            total={t('run.due', { count, total: data.totals.map(money).join(', ') })}
            onLeaveOut={(id) => setWithout([...without, id])}
          />
        )}
        {job.running && <ProgressBar label={t('run.running')} fraction={job.progress?.fraction ?? null} />}
        <Refusal failure={job.failure} />
      </div>
    </Dialog>
  );
}

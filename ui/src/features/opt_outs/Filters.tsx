// The line above the list of opt-outs: which kind, at whose wish, opted out or reinstated; and how many that gives.
import { useTranslation } from 'react-i18next';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import type { OptOutsQuery } from '@/ipc/bindings';
import styles from './Filters.module.css';

const KINDS = ['all', 'phone', 'email'] as const;
const WHOSE = ['all', 'theirs', 'ours', 'bounce'] as const;
const STATUSES = ['opted_out', 'active'] as const;

type FiltersProps = {
  query: OptOutsQuery;
  total: number | null;
  onChange: (changes: Record<string, string>) => void;
};

export function Filters({ query, total, onChange }: FiltersProps) {
  const { t } = useTranslation('opt_outs');
  const orAll = (id: string) => (id === 'all' ? '' : id);
  return (
    <div className={styles.filters}>
      <Segmented
        quiet
        label={t('filters.kind')}
        choices={KINDS.map((id) => ({ id, label: t(`filters.kinds.${id}`) }))}
        value={query.kind ?? 'all'}
        onChange={(id) => onChange({ kind: orAll(id) })}
      />
      <Select
        quiet
        label={t('filters.whose')}
        choices={WHOSE.map((id) => ({ id, label: id === 'all' ? t('filters.anyWish') : t(`initiatives.${id}`) }))}
        value={query.initiative ?? 'all'}
        onChange={(id) => onChange({ whose: orAll(id) })}
        isDisabled={query.status === 'active'}
      />
      <Select
        quiet
        label={t('filters.status')}
        choices={STATUSES.map((id) => ({ id, label: t(`filters.statuses.${id}`) }))}
        value={query.status ?? 'opted_out'}
        onChange={(id) => onChange({ status: id === 'active' ? 'active' : '', whose: '' })}
      />
      <span className={styles.count} role="status">
        {total !== null && t('count', { count: total })}
      </span>
    </div>
  );
}

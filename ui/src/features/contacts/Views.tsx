// The line above the list: the filter in force, and how many contacts there are.
import { useTranslation } from 'react-i18next';
import { ViewChip } from '@/components/Chip';
import type { ContactsQuery } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import type { Change } from './address';
import styles from './Views.module.css';

type ViewsProps = { query: ContactsQuery; total: number | null; onChange: (change: Change) => void };

export function Views({ query, total, onChange }: ViewsProps) {
  const { t } = useTranslation(['contacts', 'common']);
  const isFiltered = query.group !== null || query.batch !== null;
  const showAll = () => onChange({ group: null, batch: null });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className={styles.views} role="group" aria-label={t('views')}>
      <ViewChip on={!isFiltered} onPress={showAll}>
        {t('all')}
      </ViewChip>
      {query.group !== null && <GroupChip id={query.group} onRemove={() => onChange({ group: null })} />}
      {query.batch !== null && (
        <ViewChip onRemove={() => onChange({ batch: null })} removeLabel={t('removeFilter')}>
          {t('fromImport', { batch: query.batch })}
        </ViewChip>
      )}
      <span className={styles.count} role="status">
        {total !== null && t('common:contacts', { count: total })}
      </span>
    </div>
  );
}

function GroupChip({ id, onRemove }: { id: number; onRemove: () => void }) {
  const { t } = useTranslation('contacts');
  const { data } = useAsk('groups_list', {});
  const name = data?.groups.find((group) => group.id === id)?.name ?? String(id);
  return (
    <ViewChip onRemove={onRemove} removeLabel={t('removeFilter')}>
      <bdi>{t('inGroup', { name })}</bdi>
    </ViewChip>
  );
}

// The line above the list: the kinds, and how many organizations there are.
import { useTranslation } from 'react-i18next';
import { ViewChip } from '@/components/Chip';
import type { OrganizationsQuery } from '@/ipc/bindings';
import { type Change, KINDS } from './address';
import styles from './Views.module.css';

type ViewsProps = { query: OrganizationsQuery; total: number | null; onChange: (change: Change) => void };

export function Views({ query, total, onChange }: ViewsProps) {
  const { t } = useTranslation('organizations');
  const kind = query.kind ?? null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className={styles.views} role="group" aria-label={t('views')}>
      <ViewChip on={kind === null} onPress={() => onChange({ kind: null })}>
        {t('all')}
      </ViewChip>
      {KINDS.map((id) => (
        <ViewChip key={id} on={kind === id} onPress={() => onChange({ kind: id })}>
          {t(`kindsOf.${id}`)}
        </ViewChip>
      ))}
      <span className={styles.count} role="status">
        {total !== null && t('count', { count: total })}
      </span>
    </div>
  );
}

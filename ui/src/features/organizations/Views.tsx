// The line above the list: its views, the kinds, and how many organizations there are.
import { useTranslation } from 'react-i18next';
import { ViewChip } from '@/components/Chip';
import styles from '@/features/contacts/Views.module.css';
import { ViewTabs } from '@/features/views/ViewTabs';
import { KINDS } from './address';
import type { OrganizationList } from './useOrganizationList';
import { viewedOf } from './viewed';

export function Views({ list }: { list: OrganizationList }) {
  const { t } = useTranslation('organizations');
  const kind = list.query.kind ?? null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className={styles.views} role="group" aria-label={t('views')}>
      <div className={styles.scroll}>
        <ViewTabs viewed={viewedOf(list)} />
        <span className={styles.line} aria-hidden="true" />
        {KINDS.map((id) => (
          <ViewChip key={id} on={kind === id} onPress={() => list.change({ kind: kind === id ? null : id })}>
            {t(`kindsOf.${id}`)}
          </ViewChip>
        ))}
      </div>
      <span className={styles.count} role="status">
        {list.rows.ready && t('count', { count: list.rows.total })}
      </span>
    </div>
  );
}

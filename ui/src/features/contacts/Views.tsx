// The line above the list: its views, the filters in force, and how many contacts there are.
import { useTranslation } from 'react-i18next';
import { ViewTabs } from '@/features/views/ViewTabs';
import { FilterBar } from './filter/FilterBar';
import type { ContactList } from './useContactList';
import styles from './Views.module.css';
import { viewedOf } from './views/content';

export function Views({ list }: { list: ContactList }) {
  const { t } = useTranslation(['contacts', 'common']);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className={styles.views} role="group" aria-label={t('views')}>
      <div className={styles.scroll}>
        <ViewTabs viewed={viewedOf(list)} />
        <span className={styles.line} aria-hidden="true" />
        <FilterBar list={list} />
      </div>
      <span className={styles.count} role="status">
        {list.rows.ready && t('common:contacts', { count: list.rows.total })}
      </span>
    </div>
  );
}

// How many contacts a filter chooses at this moment, and the first of them.
import { useTranslation } from 'react-i18next';
import { useAsk } from '@/ipc/call';
import styles from './FilterBuilder.module.css';

const SHOWN = 5;

/** `null` while the filter can't be read. */
export function FilterPreview({ text }: { text: string | null }) {
  const { t } = useTranslation(['filters', 'common', 'contacts']);
  const sort = { field: 'name' as const, descending: false };
  const query = { search: '', group: null, batch: null, filter: text ?? '', sort };
  const enabled = text !== null && text.trim() !== '';
  const { data } = useAsk('contacts_page', { query, offset: 0, limit: SHOWN }, { enabled, keepPrevious: enabled });
  return (
    <div className={styles.preview}>
      <p className={styles.count} role="status">
        {enabled && data ? t('common:contacts', { count: data.total }) : t('nothingYet')}
      </p>
      {enabled && data && (
        <ul className={styles.names}>
          {data.rows.map((contact) => (
            <li key={contact.id}>
              <bdi>{contact.name || t('contacts:unnamed')}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

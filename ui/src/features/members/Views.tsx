// The line above the list: quick filters with how many members each finds.
import { useTranslation } from 'react-i18next';
import { ViewChip } from '@/components/Chip';
import type { MemberCounts } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { type Change, VIEWS, type View } from './address';
import styles from './Views.module.css';

/** Asked for its counts alone, which are those of all members. */
const COUNTS = { query: {} as never, offset: 0, limit: 0 };

type ViewsProps = { view: View | null; total: number | null; onChange: (change: Change) => void };

export function Views({ view, total, onChange }: ViewsProps) {
  const { t } = useTranslation('members');
  const { data } = useAsk('members_page', COUNTS, { keepPrevious: true });
  const label = (id: View) => (id === 'ending' || id === 'owing' ? t(id) : t(`statuses.${id}`));
  const counted = (id: View) => {
    const count = data?.counts[id satisfies keyof MemberCounts];
    return count ? t('viewCount', { view: label(id), count }) : label(id);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className={styles.views} role="group" aria-label={t('views')}>
      <ViewChip on={view === null} onPress={() => onChange({ view: null })}>
        {t('all')}
      </ViewChip>
      {VIEWS.map((id) => (
        <ViewChip key={id} on={view === id} onPress={() => onChange({ view: view === id ? null : id })}>
          {counted(id)}
        </ViewChip>
      ))}
      <span className={styles.count} role="status">
        {total !== null && t('count', { count: total })}
      </span>
    </div>
  );
}

// Whose trash is shown, kept in the address.
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ViewChip } from '@/components/Chip';
import styles from '@/features/members/Views.module.css';

export const WHAT = 'what';

export function TrashTabs() {
  const { t } = useTranslation('trash');
  const [params, setParams] = useSearchParams();
  const isOrganizations = params.get(WHAT) === 'organizations';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className={styles.views} role="group" aria-label={t('title')}>
      <ViewChip on={!isOrganizations} onPress={() => setParams({}, { replace: true })}>
        {t('contacts')}
      </ViewChip>
      <ViewChip on={isOrganizations} onPress={() => setParams({ [WHAT]: 'organizations' }, { replace: true })}>
        {t('organizations')}
      </ViewChip>
    </div>
  );
}

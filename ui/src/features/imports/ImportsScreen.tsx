// The history of imports.
import { useTranslation } from 'react-i18next';
import { ScreenHead } from '@/frame/ScreenHead';

export function ImportsScreen() {
  const { t } = useTranslation('frame');
  return <ScreenHead title={t('imports')} />;
}

// The list of contacts.
import { useTranslation } from 'react-i18next';
import { ScreenHead } from '@/frame/ScreenHead';

export function ContactsScreen() {
  const { t } = useTranslation('contacts');
  return <ScreenHead title={t('title')} />;
}

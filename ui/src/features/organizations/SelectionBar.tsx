// The bar beneath the list while organizations are selected: how many, and what can be done with them.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import bar from '@/features/contacts/SelectionBar.module.css';
import type { OrganizationList } from './useOrganizationList';

type SelectionBarProps = { list: OrganizationList; onSetField: () => void; onExport: () => void };

export function SelectionBar({ list, onSetField, onExport }: SelectionBarProps) {
  const { t } = useTranslation(['organizations', 'contacts', 'common']);
  const { count, rows } = list;
  return (
    <section className={bar.bar} aria-label={t('selectionBar')}>
      <span className={bar.count} role="status">
        {t('contacts:selected', { count })}
      </span>
      {count < rows.total && (
        <Button size="small" variant="plain" onPress={list.selectAll}>
          {t('contacts:selectMatching', { count: rows.total })}
        </Button>
      )}
      <Button onPress={onSetField}>{t('contacts:bulk.set_field')}</Button>
      <Button onPress={onExport}>{t('contacts:export')}</Button>
      <Button onPress={list.deleteSelected}>{t('common:delete')}</Button>
      <span className={bar.space} />
      <IconButton label={t('contacts:clearSelection')} icon={<X />} onPress={list.clearSelection} />
    </section>
  );
}

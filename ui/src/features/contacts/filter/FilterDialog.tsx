// The filter of the list built from conditions, or as text; shown in the list, or kept as a group that follows it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { FilterBuilder } from '@/features/filters/FilterBuilder';
import { GroupDialog } from '@/features/groups/GroupDialog';

type FilterDialogProps = { filter: string; onShow: (filter: string) => void; onClose: () => void };

export function FilterDialog({ filter, onShow, onClose }: FilterDialogProps) {
  const { t } = useTranslation(['contacts', 'common']);
  const [text, setText] = useState(filter);
  const [isKeeping, setKeeping] = useState(false);
  const show = () => {
    onShow(text.trim());
    onClose();
  };
  if (isKeeping) return <GroupDialog group={null} filter={text} onClose={onClose} />;
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('quick.title')}
      onSubmit={show}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button isDisabled={text.trim() === ''} onPress={() => setKeeping(true)}>
            {t('quick.asGroup')}
          </Button>
          <Button variant="main" type="submit">
            {t('quick.show')}
          </Button>
        </>
      }
    >
      <FilterBuilder text={text} onChange={setText} />
    </Dialog>
  );
}

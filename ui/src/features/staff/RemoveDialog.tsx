// Removing a profile, which can't be undone: what it means is said first.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Refusal } from '@/components/Refusal';
import type { Person } from '@/ipc/bindings';
import { useChange } from '@/ipc/call';

type RemoveDialogProps = { person: Person; isLast: boolean; onClose: () => void };

export function RemoveDialog({ person, isLast, onClose }: RemoveDialogProps) {
  const { t } = useTranslation(['staff', 'common']);
  const { mutate, isPending, error } = useChange('staff_remove');
  const actions = (
    <>
      <Button isDisabled={isPending} onPress={onClose}>
        {t('common:cancel')}
      </Button>
      <Button variant="main" isDisabled={isPending} onPress={() => mutate({ id: person.id }, { onSuccess: onClose })}>
        {t('remove')}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('removeTitle', { name: person.name })} actions={actions}>
      <p>{isLast ? t('removeLast') : t('removeText')}</p>
      <Refusal failure={error} />
    </Dialog>
  );
}

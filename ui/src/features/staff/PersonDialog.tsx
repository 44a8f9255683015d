// A new profile, or another name or role for somebody.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Refusal } from '@/components/Refusal';
import { Segmented } from '@/components/Segmented';
import { TextField } from '@/components/TextField';
import type { Person, Role } from '@/ipc/bindings';
import { useChange } from '@/ipc/call';
import styles from './Staff.module.css';

const ROLES: Role[] = ['owner', 'editor', 'reader'];

type PersonDialogProps = {
  /** Nothing for a new one. */
  person: Person | null;
  /** The first is an owner, and is whoever makes it. */
  isFirst: boolean;
  onClose: () => void;
};

export function PersonDialog({ person, isFirst, onClose }: PersonDialogProps) {
  const { t } = useTranslation(['staff', 'common']);
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? (isFirst ? 'owner' : 'editor'));
  const add = useChange('staff_add');
  const edit = useChange('staff_edit');
  const send = () => {
    if (name.trim() === '') return;
    if (person) edit.mutate({ id: person.id, name, role }, { onSuccess: onClose });
    else add.mutate({ name, role, pin: null }, { onSuccess: onClose });
  };
  const isWorking = add.isPending || edit.isPending;
  const actions = (
    <>
      <Button isDisabled={isWorking} onPress={onClose}>
        {t('common:cancel')}
      </Button>
      <Button variant="main" type="submit" isDisabled={isWorking || name.trim() === ''}>
        {person ? t('common:save') : t('add')}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={person ? t('editTitle', { name: person.name }) : t('add')}
      actions={actions}
      onSubmit={send}
    >
      <div className={styles.form}>
        {isFirst && <p>{t('first')}</p>}
        <TextField label={isFirst ? t('yourName') : t('name')} autoFocus value={name} onChange={setName} />
        {!isFirst && (
          <Segmented
            label={t('role')}
            choices={ROLES.map((id) => ({ id, label: t(`roles.${id}`) }))}
            value={role}
            onChange={(id) => setRole(id as Role)}
          />
        )}
        <p className={styles.hint}>{t(`may.${role}`)}</p>
        <Refusal failure={add.error ?? edit.error} />
      </div>
    </Dialog>
  );
}

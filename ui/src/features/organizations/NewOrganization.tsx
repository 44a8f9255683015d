// Quick create: a name and a kind; the whole profile opens for the rest.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useFailureText } from '@/components/failures';
import { Segmented } from '@/components/Segmented';
import { TextField } from '@/components/TextField';
import styles from '@/features/contacts/NewContact.module.css';
import { useUndo } from '@/frame/undo';
import type { OrganizationChanged, OrganizationKind } from '@/ipc/bindings';
import { useChange } from '@/ipc/call';
import { KINDS } from './address';

type NewOrganizationProps = {
  /** The kind that is chosen at first. */
  kind: OrganizationKind;
  onClose: () => void;
  onCreated: (id: number) => void;
};

/** Mounted anew by each opening, so that it begins with nothing. */
export function NewOrganization({ kind: first, onClose, onCreated }: NewOrganizationProps) {
  const { t } = useTranslation(['organizations', 'common']);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OrganizationKind>(first);
  const { mutate, error, isPending } = useChange('organization_create');
  const { confirm } = useUndo();
  const inWords = useFailureText();
  const onSuccess = ({ organization, batch }: OrganizationChanged) => {
    confirm(t('create.created', { name: organization.name }), batch);
    onClose();
    onCreated(organization.id);
  };
  const save = () => {
    if (!isPending) mutate({ kind, name, set: [] }, { onSuccess });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={save}
      title={t('create.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit">
            {t('create.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label={t('create.name')}
          value={name}
          onChange={setName}
          error={error && inWords(error).message}
          autoFocus
        />
        <Segmented
          label={t('create.kind')}
          choices={KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          value={kind}
          onChange={(id) => setKind(id as OrganizationKind)}
        />
      </div>
    </Dialog>
  );
}

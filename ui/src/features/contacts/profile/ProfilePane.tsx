// The profile of a contact: a panel beside the list, or in its place. It shows everything that the contact holds, each value
// edited where it stands.
import { UserX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/EmptyState';
import type { Contact } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { Addresses } from './Addresses';
import { CustomFields, More, NameParts, Notes, Record, Work } from './Details';
import { OtherPoints, ReachedPoints } from './Points';
import { ProfileBar, ProfileHead } from './ProfileHead';
import styles from './ProfilePane.module.css';
import { useEditContact } from './useEditContact';
import { Words } from './Words';

export type ProfilePaneProps = {
  id: number | null;
  /** Opened whole, with room for two columns. */
  isWhole: boolean;
  /** Stands in the place of the list rather than beside it. */
  isCovering: boolean;
  onClose: () => void;
  onOpenWhole: (id: number) => void;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  onDelete: (id: number) => void;
};

export function ProfilePane(props: ProfilePaneProps) {
  const { id, isWhole, isCovering, onDelete } = props;
  const { t } = useTranslation('profile');
  const pane = useRef<HTMLElement>(null);
  const { data, error } = useAsk('contact_get', { id: id ?? 0 }, { enabled: id !== null, keepPrevious: true });

  // The list behind it can't hold the keyboard any more.
  useEffect(() => {
    if (isCovering) pane.current?.focus();
  }, [isCovering]);

  if (id === null) return null;
  return (
    <aside
      ref={pane}
      tabIndex={-1}
      className={styles.pane}
      data-covering={isCovering || undefined}
      data-whole={isWhole || undefined}
      aria-label={data?.name || t('title')}
    >
      <ProfileBar {...props} />
      {error ? (
        <EmptyState icon={<UserX />} title={t('notFound.title')} text={t('notFound.text')} />
      ) : (
        data && <Profile key={data.id} contact={data} onDelete={() => onDelete(data.id)} />
      )}
    </aside>
  );
}

function Profile({ contact, onDelete }: { contact: Contact; onDelete: () => void }) {
  const { t } = useTranslation('profile');
  const onEdit = useEditContact(contact.id);
  const part = { contact, onEdit };
  return (
    <div className={styles.profile}>
      <div>
        <ProfileHead contact={contact} onDelete={onDelete} />
        <ReachedPoints points={contact.points} onEdit={onEdit} />
        <OtherPoints points={contact.points} onEdit={onEdit} />
        <Addresses addresses={contact.addresses} onEdit={onEdit} />
        <Notes {...part} />
      </div>
      <div>
        <Work {...part} />
        <Words title={t('sections.groups')} field="groups" words={contact.groups} onEdit={onEdit} />
        <Words title={t('sections.tags')} field="tags" words={contact.tags} onEdit={onEdit} />
        <NameParts {...part} />
        <More {...part} />
        <CustomFields {...part} />
        <Record contact={contact} />
      </div>
    </div>
  );
}

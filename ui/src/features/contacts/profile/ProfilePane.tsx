// The profile of a contact: a panel beside the list, or in its place. It shows everything that the contact holds, each value
// edited where it stands, and behind further tabs its files and its history.
import { UserX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/EmptyState';
import { Tabs } from '@/components/Tabs';
import { FilesTab, useFilesTitle } from '@/features/files/FilesTab';
import { FollowedGroups } from '@/features/groups/FollowedGroups';
import { MemberPanels } from '@/features/members/profile/MemberPanels';
import type { Contact, FileOwner } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { Addresses } from './Addresses';
import { Affiliations } from './Affiliations';
import { CustomFields, More, NameParts, Notes, Record } from './Details';
import { ContactHistory } from './HistoryTab';
import { OtherPoints, ReachedPoints } from './Points';
import { Consents, Preferences } from './Preferences';
import { ProfileBar, ProfileHead } from './ProfileHead';
import styles from './ProfilePane.module.css';
import { useEditContact } from './useEditContact';
import { useProfileKeys } from './useProfileKeys';
import { Words } from './Words';

export type ProfilePaneProps = {
  id: number | null;
  /** Opened whole, with room for two columns. */
  isWhole: boolean;
  /** Stands in the place of the list rather than beside it. */
  isCovering: boolean;
  /** What the button back to the list says, where that is not the list of contacts. */
  back?: string;
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
  useProfileKeys(id !== null, props);

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
        data && <Profile key={data.id} contact={data} onDelete={() => onDelete(data.id)} onErased={props.onClose} />
      )}
    </aside>
  );
}

type ProfileProps = { contact: Contact; onDelete: () => void; onErased: () => void };

function Profile({ contact, onDelete, onErased }: ProfileProps) {
  const { t } = useTranslation('profile');
  const owner: FileOwner = { kind: 'contact', id: contact.id };
  const files = useFilesTitle(owner);
  return (
    <div className={styles.profile}>
      <ProfileHead contact={contact} onDelete={onDelete} onErased={onErased} />
      <Tabs
        label={t('tabs.label')}
        pages={[
          { id: 'details', label: t('tabs.details'), content: <Everything contact={contact} /> },
          {
            id: 'files',
            label: files,
            content: <FilesTab owner={owner} name={contact.name} isFixed={contact.deleted !== null} />,
          },
          { id: 'history', label: t('tabs.history'), content: <ContactHistory id={contact.id} /> },
        ]}
      />
    </div>
  );
}

function Everything({ contact }: { contact: Contact }) {
  const { t } = useTranslation('profile');
  const onEdit = useEditContact(contact.id);
  const groups = useAsk('groups_list', {}).data?.groups ?? [];
  const tags = useAsk('tags_list', {}).data?.tags ?? [];
  const part = { contact, onEdit };
  const isSilent = contact.do_not_contact || contact.deceased;
  const reach = { points: contact.points, contact: contact.id, isSilent, onEdit };
  const following = {
    organizations: contact.organizations,
    onFollow: (organization: number, label: string) => onEdit({ kind: 'follow_address', organization, label }),
    onKeep: (address: number) => onEdit({ kind: 'keep_address', address }),
  };
  const followed = new Set(groups.filter(({ kind }) => kind === 'dynamic').map(({ name }) => name));
  return (
    <div className={styles.columns}>
      <div>
        <MemberPanels id={contact.id} />
        <ReachedPoints {...reach} />
        <OtherPoints {...reach} />
        <Addresses addresses={contact.addresses} onEdit={onEdit} following={following} />
        <Affiliations {...part} />
        <Notes {...part} />
      </div>
      <div>
        <Words
          title={t('sections.groups')}
          field="groups"
          words={contact.groups.filter((name) => !followed.has(name))}
          known={groups.map(({ name }) => name)}
          onEdit={onEdit}
        >
          <FollowedGroups contact={contact} />
        </Words>
        <Words
          title={t('sections.tags')}
          field="tags"
          words={contact.tags}
          known={tags.map(({ name }) => name)}
          onEdit={onEdit}
        />
        <NameParts {...part} />
        <More {...part} />
        <CustomFields {...part} />
        <Preferences {...part} />
        <Consents {...part} />
        <Record contact={contact} />
      </div>
    </div>
  );
}

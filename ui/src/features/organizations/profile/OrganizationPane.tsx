// The profile of an organization: a panel beside the list, or in its place. It shows everything that the organization holds,
// each value edited where it stands, its contacts, its place in the hierarchy, and behind further tabs its files and its
// history.
import { Building2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/EmptyState';
import { Tabs } from '@/components/Tabs';
import { Addresses } from '@/features/contacts/profile/Addresses';
import { OtherPoints, ReachedPoints } from '@/features/contacts/profile/Points';
import styles from '@/features/contacts/profile/ProfilePane.module.css';
import { useProfileKeys } from '@/features/contacts/profile/useProfileKeys';
import { FilesTab, useFilesTitle } from '@/features/files/FilesTab';
import type { FileOwner, Organization } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { Contacts } from './Contacts';
import { CustomFields, Facts, Notes, Record } from './Details';
import { Hierarchy } from './Hierarchy';
import { OrganizationBar, OrganizationHead } from './OrganizationHead';
import { OrganizationHistory } from './OrganizationHistory';
import { useEditOrganization } from './useEditOrganization';

export type OrganizationPaneProps = {
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

export function OrganizationPane(props: OrganizationPaneProps) {
  const { id, isWhole, isCovering, onDelete } = props;
  const { t } = useTranslation('organizations');
  const pane = useRef<HTMLElement>(null);
  const { data, error } = useAsk('organization_get', { id: id ?? 0 }, { enabled: id !== null, keepPrevious: true });
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
      aria-label={data?.name ?? t('one')}
    >
      <OrganizationBar {...props} />
      {error ? (
        <EmptyState icon={<Building2 />} title={t('notFound.title')} text={t('notFound.text')} />
      ) : (
        data && <Profile key={data.id} organization={data} onDelete={() => onDelete(data.id)} />
      )}
    </aside>
  );
}

function Profile({ organization, onDelete }: { organization: Organization; onDelete: () => void }) {
  const { t } = useTranslation('profile');
  const owner: FileOwner = { kind: 'organization', id: organization.id };
  const files = useFilesTitle(owner);
  return (
    <div className={styles.profile}>
      <OrganizationHead organization={organization} onDelete={onDelete} />
      <Tabs
        label={t('tabs.label')}
        pages={[
          { id: 'details', label: t('tabs.details'), content: <Everything organization={organization} /> },
          {
            id: 'files',
            label: files,
            content: <FilesTab owner={owner} name={organization.name} isFixed={organization.deleted !== null} />,
          },
          { id: 'history', label: t('tabs.history'), content: <OrganizationHistory id={organization.id} /> },
        ]}
      />
    </div>
  );
}

function Everything({ organization }: { organization: Organization }) {
  const onEdit = useEditOrganization(organization.id);
  const part = { organization, onEdit };
  return (
    <div className={styles.columns}>
      <div>
        <ReachedPoints points={organization.points} onEdit={onEdit} />
        <OtherPoints points={organization.points} onEdit={onEdit} />
        <Addresses addresses={organization.addresses} onEdit={onEdit} />
        <Contacts organization={organization} />
      </div>
      <div>
        <Facts {...part} />
        <Hierarchy {...part} />
        <CustomFields {...part} />
        <Notes {...part} />
        <Record organization={organization} />
      </div>
    </div>
  );
}

// The contacts of an organization: who they are there, how to reach them, and adding one, new or already in the workspace.
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem } from '@/components/Menu';
import { PointMark } from '@/components/PointMark';
import { InPlace } from '@/features/contacts/profile/InPlace';
import { Section } from '@/features/contacts/profile/Section';
import { useUndo } from '@/frame/undo';
import type { Edit, Organization, OrganizationContact } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import { AddContact } from './AddContact';
import styles from './Contacts.module.css';

const PAGE = 20;

export function Contacts({ organization }: { organization: Organization }) {
  const { t } = useTranslation('organizations');
  const [isAdding, setAdding] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const { data } = useAsk(
    'organization_contacts',
    { organization: organization.id, offset: 0, limit },
    { keepPrevious: true },
  );
  const title = t('sections.contacts');
  const more = (data?.total ?? 0) - (data?.rows.length ?? 0);
  return (
    <Section title={title} addable={[{ code: 'contact', label: title }]} onAdd={() => setAdding(true)}>
      {data?.rows.map((row) => (
        <ContactLine key={row.affiliation_id} row={row} />
      ))}
      {data?.total === 0 && <p className={styles.none}>{t('contacts.none')}</p>}
      {more > 0 && (
        <Button size="small" variant="plain" onPress={() => setLimit(Math.min(limit + 100, 1000))}>
          {t('contacts.more', { count: more })}
        </Button>
      )}
      {isAdding && <AddContact organization={organization} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function ContactLine({ row }: { row: OrganizationContact }) {
  const { t } = useTranslation('organizations');
  const edit = useEditTie(row);
  const work = [row.title, row.department].filter(Boolean).join(', ');
  const point = row.phone ?? row.email;
  return (
    <div className={styles.line}>
      <span className={styles.who}>
        <Link className={styles.name} to={`/contacts/${row.contact_id}`}>
          <bdi>{row.name || t('contacts.unnamed')}</bdi>
        </Link>
        {work && <bdi className={styles.work}>{work}</bdi>}
      </span>
      <span className={styles.role}>
        <InPlace
          label={t('contacts.role', { name: row.name })}
          value={row.role ?? ''}
          onSave={(value) =>
            edit({ kind: 'affiliation', affiliation: row.affiliation_id, part: 'role', value }, t('contacts.roleSaved'))
          }
        >
          {row.role ? undefined : <span className={styles.empty}>{t('contacts.addRole')}</span>}
        </InPlace>
      </span>
      <span className={styles.reach}>{point && <PointMark value={point.value} status={point.status} />}</span>
      <TieMenu row={row} />
    </div>
  );
}

function TieMenu({ row }: { row: OrganizationContact }) {
  const { t } = useTranslation('organizations');
  const edit = useEditTie(row);
  const showFailure = useShowFailure();
  const label = t('contacts.actions', { name: row.name });
  const remove = () =>
    edit(
      { kind: 'remove_affiliation', affiliation: row.affiliation_id },
      t('contacts.removed', { name: row.name }),
    ).catch(showFailure);
  return (
    <Menu aria-label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
      <MenuItem onAction={() => void remove()}>{t('contacts.remove')}</MenuItem>
    </Menu>
  );
}

/** Changes what a contact is here: an edit of the contact, confirmed in the words given. */
function useEditTie({ contact_id }: OrganizationContact): (edit: Edit, done: string) => Promise<void> {
  const { confirm } = useUndo();
  return async (edit, done) => {
    const { batch } = await call('contact_edit', { id: contact_id, edits: [edit] });
    confirm(done, batch);
  };
}

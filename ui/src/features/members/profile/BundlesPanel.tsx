// The bundles that a contact pays for or is part of: who pays, and each member with their own day of joining.
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IconButton } from '@/components/Button';
import { Menu, MenuItem } from '@/components/Menu';
import { useLongDate } from '@/components/numbers';
import { AddButton, Row, Section } from '@/features/contacts/profile/Section';
import type { Bundle, BundleMember } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import { StatusMark } from '../StatusMark';
import { BundleAddDialog } from './BundleAddDialog';
import { BundlePayerDialog } from './BundlePayerDialog';
import styles from './MembershipsPanel.module.css';
import { useAct } from './useAct';

export function BundlesPanel({ id }: { id: number }) {
  const bundles = useAsk('bundles_of', { id }).data?.bundles ?? [];
  return bundles.map((bundle) => <OneBundle key={`${bundle.payer_id} ${bundle.type_id}`} bundle={bundle} />);
}

function OneBundle({ bundle }: { bundle: Bundle }) {
  const { t } = useTranslation('members');
  const date = useLongDate();
  const [isAdding, setAdding] = useState(false);
  const title = t('bundle.title', { type: bundle.type });
  return (
    <Section title={title} action={<AddButton title={title} onPress={() => setAdding(true)} />}>
      <Row name={t('bundle.payer')} aside={<PayerMenu bundle={bundle} />}>
        <span className={styles.value}>
          <ToContact id={bundle.payer_id} name={bundle.payer} />
          {bundle.end && <span className={styles.term}>{t('bundle.until', { day: date(bundle.end) })}</span>}
        </span>
      </Row>
      {bundle.members.map((member) => (
        <OneMember key={member.contact_id} bundle={bundle} member={member} />
      ))}
      {isAdding && <BundleAddDialog payer={bundle} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function ToContact({ id, name }: { id: number; name: string }) {
  return (
    <Link to={`/contacts/${id}`} className={styles.link}>
      <bdi>{name}</bdi>
    </Link>
  );
}

function OneMember({ bundle, member }: { bundle: Bundle; member: BundleMember }) {
  const { t } = useTranslation('members');
  const date = useLongDate();
  const isPayer = member.contact_id === bundle.payer_id;
  return (
    <Row
      name={member.tier ? <bdi>{member.tier}</bdi> : t('bundle.member')}
      aside={!isPayer && <LeaveMenu {...{ bundle, member }} />}
    >
      <span className={styles.value}>
        <span className={styles.line}>
          <ToContact id={member.contact_id} name={member.name} />
          <StatusMark status={member.status} />
        </span>
        {member.joined && <span className={styles.term}>{t('bundle.joinedOn', { day: date(member.joined) })}</span>}
      </span>
    </Row>
  );
}

function PayerMenu({ bundle }: { bundle: Bundle }) {
  const { t } = useTranslation('members');
  const act = useAct();
  const [isChanging, setChanging] = useState(false);
  const { payer_id: payer, type_id, type } = bundle;
  const label = t('actionsOf', { name: t('bundle.title', { type }) });
  const renew = () => act(() => call('bundle_renew', { payer, type_id, free: false }), t('bundle.renewed', { type }));
  const change = (to: number) => call('bundle_payer', { payer, type_id, to });
  return (
    <>
      <Menu aria-label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
        <MenuItem onAction={() => void renew()}>{t('bundle.renew')}</MenuItem>
        <MenuItem onAction={() => setChanging(true)}>{t('bundle.change')}</MenuItem>
      </Menu>
      {isChanging && <BundlePayerDialog type={type} onPayer={change} onClose={() => setChanging(false)} />}
    </>
  );
}

function LeaveMenu({ bundle, member }: { bundle: Bundle; member: BundleMember }) {
  const { t } = useTranslation('members');
  const act = useAct();
  const label = t('actionsOf', { name: member.name });
  const { contact_id: id, name } = member;
  const leave = () => act(() => call('bundle_leave', { id, type_id: bundle.type_id }), t('bundle.left', { name }));
  return (
    <Menu aria-label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
      <MenuItem onAction={() => void leave()}>{t('bundle.leave')}</MenuItem>
    </Menu>
  );
}

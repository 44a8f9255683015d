// The memberships of a member as they stand today, and what can be done with each.
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem, MenuSeparator } from '@/components/Menu';
import { useLongDate } from '@/components/numbers';
import { showToast } from '@/components/Toast';
import { AddButton, Row, Section } from '@/features/contacts/profile/Section';
import { useUndo } from '@/frame/undo';
import type { Member, MemberMembership } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { StatusMark } from '../StatusMark';
import { ActDialog, type ActKind } from './ActDialog';
import { BundleAddDialog } from './BundleAddDialog';
import { BundlePayerDialog } from './BundlePayerDialog';
import { EnrollDialog } from './EnrollDialog';
import styles from './MembershipsPanel.module.css';

export function MembershipsPanel({ member }: { member: Member }) {
  const { t } = useTranslation('members');
  const date = useLongDate();
  const [isEnrolling, setEnrolling] = useState(false);
  const title = t('memberships');
  return (
    <Section title={title} action={<AddButton title={title} onPress={() => setEnrolling(true)} />}>
      {member.memberships.map((one) => (
        <OneMembership key={one.id} member={member} one={one} />
      ))}
      <Row name={t('columns.number')} aside={<MemberMenu member={member} />}>
        <span className={styles.value}>{member.number}</span>
      </Row>
      <Row name={t('columns.joined')}>
        <span className={styles.value}>{date(member.joined)}</span>
      </Row>
      {isEnrolling && <EnrollDialog member={member} onClose={() => setEnrolling(false)} />}
    </Section>
  );
}

/** What is asked for in a dialog. */
type Opened = ActKind | 'payFor' | 'payBy';

function OneMembership({ member, one }: { member: Member; one: MemberMembership }) {
  const [act, setAct] = useState<Opened | null>(null);
  const close = () => setAct(null);
  const { contact_id: id, name } = member;
  const { type_id } = one;
  return (
    <Row name={<bdi title={one.type}>{one.type}</bdi>} aside={<Actions member={member} one={one} onAct={setAct} />}>
      <span className={styles.value}>
        <span className={styles.line}>
          <StatusMark status={one.status} />
          {one.tier && <bdi>{one.tier}</bdi>}
        </span>
        <Term one={one} />
      </span>
      {act === 'payFor' && <BundleAddDialog payer={{ payer_id: id, payer: name, type_id }} onClose={close} />}
      {act === 'payBy' && (
        <BundlePayerDialog
          type={one.type}
          onPayer={(payer) =>
            call('bundle_add', { payer, type_id, members: [id], tier: one.tier_id, joined: null, free: false })
          }
          onClose={close}
        />
      )}
      {act && act !== 'payFor' && act !== 'payBy' && <ActDialog kind={act} member={member} one={one} onClose={close} />}
    </Row>
  );
}

/** From when to when, or how many issues are left. */
function Term({ one }: { one: MemberMembership }) {
  const { t } = useTranslation('members');
  const date = useLongDate();
  const from = one.start ? t('from', { day: date(one.start) }) : '';
  const until = one.end ? t('until', { day: date(one.end) }) : '';
  const rest = one.issues_left === null ? (one.end ? until : t('never')) : t('issuesLeft', { count: one.issues_left });
  return (
    <span className={styles.term}>
      {from} {rest}
    </span>
  );
}

type ActionsProps = { member: Member; one: MemberMembership; onAct: (kind: Opened) => void };

function Actions({ member, one, onAct }: ActionsProps) {
  const { t } = useTranslation('members');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  const label = t('actionsOf', { name: one.type });
  const renew = async () => {
    try {
      const input = { id: member.contact_id, type_id: one.type_id, tier: null, free: false };
      const { batch } = await call('member_renew', input);
      confirm(t('renewed', { type: one.type }), batch);
    } catch (reason) {
      showFailure(reason);
    }
  };
  const isForLife = one.end === null && one.issues_left === null && one.status === 'current';
  return (
    <Menu aria-label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
      <MenuItem isDisabled={isForLife || one.status === 'deceased'} onAction={() => void renew()}>
        {t('renew')}
      </MenuItem>
      {one.issues_left === null && one.payer_id === null && (
        <>
          <MenuItem onAction={() => onAct('payFor')}>{t('bundle.payFor')}</MenuItem>
          <MenuItem isDisabled={one.status === 'deceased'} onAction={() => onAct('payBy')}>
            {t('bundle.payBy')}
          </MenuItem>
        </>
      )}
      <MenuSeparator />
      {one.status === 'suspended' ? (
        <MenuItem onAction={() => onAct('resume')}>{t('acts.resume')}</MenuItem>
      ) : (
        <MenuItem isDisabled={one.status !== 'current'} onAction={() => onAct('suspend')}>
          {t('acts.suspend')}
        </MenuItem>
      )}
      <MenuItem danger isDisabled={one.status === 'cancelled'} onAction={() => onAct('cancel')}>
        {t('acts.cancel')}
      </MenuItem>
    </Menu>
  );
}

function MemberMenu({ member }: { member: Member }) {
  const { t } = useTranslation(['members', 'common']);
  const { undoBatch } = useUndo();
  const showFailure = useShowFailure();
  const revert = async () => {
    try {
      const { batch, kept } = await call('member_revert', { id: member.contact_id });
      const action = { label: t('common:undo'), onPress: () => batch !== null && undoBatch(batch) };
      showToast({ title: t('reverted', { name: member.name }), detail: t('kept', kept), action });
    } catch (reason) {
      showFailure(reason);
    }
  };
  const label = t('actionsOf', { name: member.name });
  return (
    <Menu aria-label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
      <MenuItem onAction={() => void revert()}>{t('revert')}</MenuItem>
    </Menu>
  );
}

// The groups by filter that a contact is in at this moment or is kept out of, on its profile: each a chip with a menu, and
// the way to "Why in? Why out?" for any group.
import { CircleHelp, ListFilter, Pin as PinIcon, PinOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { ChipButton } from '@/components/Chip';
import { Menu, MenuItem, MenuSeparator } from '@/components/Menu';
import type { Membership, Pin } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './FollowedGroups.module.css';
import { usePin } from './usePin';
import { WhyDialog } from './why/WhyDialog';

type FollowedGroupsProps = { contact: { id: number; name: string } };

export function FollowedGroups({ contact }: FollowedGroupsProps) {
  const { t } = useTranslation('groups');
  const [asked, setAsked] = useState<{ group: number | null } | null>(null);
  const groups = useAsk('contact_groups', { id: contact.id }, { keepPrevious: true }).data?.groups ?? [];
  const hasGroups = (useAsk('groups_list', {}).data?.groups.length ?? 0) > 0;
  const followed = groups.filter(({ kind }) => kind === 'dynamic');
  return (
    <>
      {followed.length > 0 && (
        <div className={styles.chips}>
          {followed.map((group) => (
            <Followed key={group.id} contact={contact.id} group={group} onWhy={() => setAsked({ group: group.id })} />
          ))}
        </div>
      )}
      {hasGroups && (
        <div>
          <Button size="small" variant="plain" icon={<CircleHelp />} onPress={() => setAsked({ group: null })}>
            {t('why.open')}
          </Button>
        </div>
      )}
      {asked && <WhyDialog contact={contact} group={asked.group} onClose={() => setAsked(null)} />}
    </>
  );
}

const ICONS = { none: <ListFilter />, include: <PinIcon />, exclude: <PinOff /> };

type FollowedProps = { contact: number; group: Membership; onWhy: () => void };

function Followed({ contact, group, onWhy }: FollowedProps) {
  const { t } = useTranslation('groups');
  const navigate = useNavigate();
  const pin = usePin();
  const choose = (next: Pin) =>
    void pin(group.id, { kind: 'selection', selection: { kind: 'ids', ids: [contact] } }, next);
  const state = group.pin === 'none' ? t('pin.isIn') : t(`pin.${group.pin}`);
  return (
    <Menu
      aria-label={group.name}
      trigger={
        <ChipButton>
          <span className={styles.icon} role="img" aria-label={state} title={state} data-pin={group.pin}>
            {ICONS[group.pin]}
          </span>
          <bdi className={styles.name} data-out={!group.is_in || undefined}>
            {group.name}
          </bdi>
        </ChipButton>
      }
    >
      <MenuItem onAction={() => navigate(`/contacts?group=${group.id}`)}>{t('view')}</MenuItem>
      <MenuItem onAction={onWhy}>{t('why.open')}</MenuItem>
      <MenuSeparator />
      {(['none', 'include', 'exclude'] as const)
        .filter((id) => id !== group.pin)
        .map((id) => (
          <MenuItem key={id} onAction={() => choose(id)}>
            {t(`pin.verb.${id}`)}
          </MenuItem>
        ))}
    </Menu>
  );
}

// The head of a profile: who it is, how to reach them now, and the ways onward.
import {
  Archive,
  ArchiveRestore,
  ArrowLeft,
  ChevronDown,
  ChevronUp,
  Ellipsis,
  Lock,
  Maximize2,
  Trash2,
  Undo2,
  X,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem, MenuSeparator } from '@/components/Menu';
import { ConvertButton } from '@/features/members/profile/ConvertButton';
import { openStatusWindow } from '@/features/opt_outs/statusWindow';
import { useGate } from '@/features/opt_outs/useGate';
import { useRights } from '@/features/privacy/useRights';
import type { Contact } from '@/ipc/bindings';
import { openExternal } from '@/ipc/shell';
import { Avatar } from './Avatar';
import { LocalTime } from './LocalTime';
import styles from './ProfileHead.module.css';
import type { ProfilePaneProps } from './ProfilePane';
import { usePlace } from './usePlace';

type BarProps = Omit<ProfilePaneProps, 'onDelete'>;

/** The line of small buttons: back or close, previous and next, open whole. */
export function ProfileBar({ id, isWhole, isCovering, back, onClose, onOpenWhole, onPrevious, onNext }: BarProps) {
  const { t } = useTranslation('profile');
  return (
    <div className={styles.bar}>
      {isCovering && (
        <Button variant="plain" size="small" icon={<ArrowLeft className={styles.mirrored} />} onPress={onClose}>
          {back ?? t('back')}
        </Button>
      )}
      <span className={styles.space} />
      <IconButton
        size="small"
        label={t('previous')}
        icon={<ChevronUp />}
        isDisabled={!onPrevious}
        onPress={() => onPrevious?.()}
      />
      <IconButton
        size="small"
        label={t('next')}
        icon={<ChevronDown />}
        isDisabled={!onNext}
        onPress={() => onNext?.()}
      />
      {!isWhole && (
        <IconButton
          size="small"
          label={t('open')}
          icon={<Maximize2 />}
          onPress={() => id !== null && onOpenWhole(id)}
        />
      )}
      {!isCovering && <IconButton size="small" label={t('close')} icon={<X />} onPress={onClose} />}
    </div>
  );
}

type HeadProps = { contact: Contact; onDelete: () => void; onErased: () => void };

export function ProfileHead(props: HeadProps) {
  const { contact } = props;
  const { t } = useTranslation(['profile', 'contacts']);
  const [main] = contact.organizations;
  const role = [main?.title ?? contact.job_title, main?.name].filter(Boolean).join(' · ');
  return (
    <header>
      <div className={styles.who}>
        <Avatar contact={contact} />
        <div className={styles.names}>
          <h2 className={styles.name}>
            <bdi className="copyable">{contact.name || t('contacts:unnamed')}</bdi>
          </h2>
          {role && <bdi className={styles.role}>{role}</bdi>}
          <LocalTime zone={contact.time_zone} />
        </div>
      </div>
      <Marks contact={contact} />
      <Actions {...props} />
    </header>
  );
}

function Marks({ contact }: { contact: Contact }) {
  const { t } = useTranslation('profile');
  const { active, do_not_contact, deceased, archived, deleted } = contact;
  if (active && !do_not_contact && !deceased && !archived && !deleted) return null;
  return (
    <div className={styles.marks}>
      {deleted && <Chip tone="warn">{t('inTrash')}</Chip>}
      {archived && <Chip tone="warn">{t('archived')}</Chip>}
      {do_not_contact && <Chip tone="warn">{t('flags.do_not_contact')}</Chip>}
      {deceased && <Chip tone="warn">{t('flags.deceased')}</Chip>}
      {!active && <Chip tone="warn">{t('unreachable')}</Chip>}
    </div>
  );
}

function Actions({ contact, onDelete, onErased }: HeadProps) {
  const { t } = useTranslation(['profile', 'contacts']);
  const showFailure = useShowFailure();
  const { restore, archive, unarchive } = usePlace(contact);
  const { through } = useGate(contact.id);
  const phone = through('phone');
  const email = through('email');
  const rights = useRights(contact, onErased);
  const why = [phone.why, email.why].filter(Boolean).join(' · ');
  const open = (url: string) => void openExternal(url).catch(showFailure);
  if (contact.deleted) {
    return (
      <div className={styles.actions}>
        <Button variant="main" icon={<Undo2 />} onPress={restore}>
          {t('restore')}
        </Button>
        <Menu aria-label={t('more')} trigger={<IconButton label={t('more')} icon={<Ellipsis />} />}>
          {rights.dossier}
          {rights.erase}
        </Menu>
        {rights.dialog}
      </div>
    );
  }
  return (
    <div className={styles.actions}>
      <Button isDisabled={!phone.value} onPress={() => open(`tel:${phone.value}`)}>
        {t('call')}
      </Button>
      <Button isDisabled={!email.value} onPress={() => open(`mailto:${email.value}`)}>
        {t('write')}
      </Button>
      <ConvertButton id={contact.id} />
      <Menu aria-label={t('more')} trigger={<IconButton label={t('more')} icon={<Ellipsis />} />}>
        {contact.archived ? (
          <MenuItem icon={<ArchiveRestore />} onAction={unarchive}>
            {t('unarchive')}
          </MenuItem>
        ) : (
          <MenuItem icon={<Archive />} onAction={archive}>
            {t('archive')}
          </MenuItem>
        )}
        <MenuItem icon={<Lock />} onAction={() => openStatusWindow({ contact: contact.id })}>
          {t('contacts:status')}
        </MenuItem>
        {rights.dossier}
        <MenuSeparator />
        <MenuItem icon={<Trash2 />} danger onAction={onDelete}>
          {t('delete')}
        </MenuItem>
        {rights.erase}
      </Menu>
      {rights.dialog}
      {why && <p className={styles.why}>{why}</p>}
    </div>
  );
}

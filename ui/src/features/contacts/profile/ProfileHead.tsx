// The head of a profile: who it is, how to reach them now, and the ways onward.
import { ArrowLeft, ChevronDown, ChevronUp, Ellipsis, Maximize2, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem } from '@/components/Menu';
import type { Contact } from '@/ipc/bindings';
import { openExternal } from '@/ipc/shell';
import styles from './ProfileHead.module.css';
import type { ProfilePaneProps } from './ProfilePane';

type BarProps = Omit<ProfilePaneProps, 'onDelete'>;

/** The line of small buttons: back or close, previous and next, open whole. */
export function ProfileBar({ id, isWhole, isCovering, onClose, onOpenWhole, onPrevious, onNext }: BarProps) {
  const { t } = useTranslation('profile');
  return (
    <div className={styles.bar}>
      {isCovering && (
        <Button variant="plain" size="small" icon={<ArrowLeft className={styles.mirrored} />} onPress={onClose}>
          {t('back')}
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

/** Up to two letters that stand for a name: the first of its first and last words. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => word?.match(/\p{L}/u)?.[0]?.toLocaleUpperCase() ?? '').join('');
}

/** The one to use now: the primary one that nobody has opted out of, or the first such. */
function usable(contact: Contact, kind: 'phone' | 'email'): string | null {
  const points = contact.points.filter((point) => point.kind === kind && point.status === 'active');
  const chosen = points.find((point) => point.primary) ?? points[0];
  return chosen ? (chosen.normalized ?? chosen.value) : null;
}

export function ProfileHead({ contact, onDelete }: { contact: Contact; onDelete: () => void }) {
  const { t } = useTranslation(['profile', 'contacts']);
  const [main] = contact.organizations;
  const role = [main?.title ?? contact.job_title, main?.name].filter(Boolean).join(' · ');
  return (
    <header>
      <div className={styles.who}>
        <span className={styles.avatar} aria-hidden="true">
          {initials(contact.name)}
        </span>
        <div className={styles.names}>
          <h2 className={styles.name}>
            <bdi className="copyable">{contact.name || t('contacts:unnamed')}</bdi>
          </h2>
          {role && <bdi className={styles.role}>{role}</bdi>}
        </div>
      </div>
      <Marks contact={contact} />
      <Actions contact={contact} onDelete={onDelete} />
    </header>
  );
}

function Marks({ contact }: { contact: Contact }) {
  const { t } = useTranslation('profile');
  if (contact.active && !contact.do_not_contact && !contact.deceased) return null;
  return (
    <div className={styles.marks}>
      {contact.do_not_contact && <Chip tone="warn">{t('flags.do_not_contact')}</Chip>}
      {contact.deceased && <Chip tone="warn">{t('flags.deceased')}</Chip>}
      {!contact.active && <Chip tone="warn">{t('unreachable')}</Chip>}
    </div>
  );
}

function Actions({ contact, onDelete }: { contact: Contact; onDelete: () => void }) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  const phone = usable(contact, 'phone');
  const email = usable(contact, 'email');
  const open = (url: string) => void openExternal(url).catch(showFailure);
  return (
    <div className={styles.actions}>
      <Button isDisabled={!phone} onPress={() => open(`tel:${phone}`)}>
        {t('call')}
      </Button>
      <Button isDisabled={!email} onPress={() => open(`mailto:${email}`)}>
        {t('write')}
      </Button>
      <Menu aria-label={t('more')} trigger={<IconButton label={t('more')} icon={<Ellipsis />} />}>
        <MenuItem icon={<Trash2 />} danger onAction={onDelete}>
          {t('delete')}
        </MenuItem>
      </Menu>
    </div>
  );
}

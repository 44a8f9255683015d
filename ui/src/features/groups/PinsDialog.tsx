// Who is pinned to a group by filter: the always included, then the never included, each freed by a press.
import { Pin as PinIcon, PinOff, X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, IconButton } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import type { Pinned } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './PinsDialog.module.css';
import { usePin } from './usePin';

const SHOWN = 200;

type PinsDialogProps = { group: { id: number; name: string }; onClose: () => void };

export function PinsDialog({ group, onClose }: PinsDialogProps) {
  const { t } = useTranslation(['groups', 'common']);
  const { data } = useAsk('group_pins', { group: group.id, offset: 0, limit: SHOWN }, { keepPrevious: true });
  const contacts = data?.contacts ?? [];
  // The keyboard stays in the dialog when the row that it was on goes.
  const body = useRef<HTMLDivElement>(null);
  const more = (data?.included ?? 0) + (data?.excluded ?? 0) - contacts.length;
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('pins.title', { name: group.name })}
      actions={<Button onPress={onClose}>{t('common:close')}</Button>}
    >
      <div ref={body} tabIndex={-1} className={styles.body}>
        {data && contacts.length === 0 && <p className={styles.none}>{t('pins.none')}</p>}
        {(['include', 'exclude'] as const).map((pin) => {
          const those = contacts.filter((contact) => contact.pin === pin);
          const count = (pin === 'include' ? data?.included : data?.excluded) ?? 0;
          if (those.length === 0) return null;
          return (
            <section key={pin} aria-label={t(`pin.${pin}`)}>
              <h3 className={styles.heading}>{t(`pins.${pin}`, { count })}</h3>
              <ul className={styles.list}>
                {those.map((contact) => (
                  <PinnedRow
                    key={contact.contact}
                    contact={contact}
                    group={group.id}
                    onClose={onClose}
                    onFree={() => body.current?.focus()}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {more > 0 && <p className={styles.none}>{t('pins.more', { count: more })}</p>}
      </div>
    </Dialog>
  );
}

type PinnedRowProps = { contact: Pinned; group: number; onClose: () => void; onFree: () => void };

function PinnedRow({ contact, group, onClose, onFree }: PinnedRowProps) {
  const { t } = useTranslation(['groups', 'contacts']);
  const navigate = useNavigate();
  const pin = usePin();
  const name = contact.name || t('contacts:unnamed');
  const open = () => {
    onClose();
    navigate(`/contacts/${contact.contact}`);
  };
  const free = () => {
    onFree();
    void pin(group, { kind: 'selection', selection: { kind: 'ids', ids: [contact.contact] } }, 'none');
  };
  return (
    <li className={styles.row} data-pin={contact.pin}>
      {contact.pin === 'include' ? <PinIcon aria-hidden="true" /> : <PinOff aria-hidden="true" />}
      <Button size="small" variant="plain" onPress={open}>
        <bdi>{name}</bdi>
      </Button>
      {contact.archived && <span className={styles.aside}>{t('pins.archived')}</span>}
      <span className={styles.free}>
        <IconButton size="small" icon={<X />} label={t('pins.free', { name })} onPress={free} />
      </span>
    </li>
  );
}

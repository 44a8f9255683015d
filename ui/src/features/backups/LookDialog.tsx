// Inside a backup: its contacts, found by the search, with what became of each; those that are chosen are taken back as one
// change that can be undone.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Tag } from '@/components/Chip';
import { Dialog } from '@/components/Dialog';
import { useShowFailure } from '@/components/failures';
import { Refusal } from '@/components/Refusal';
import { TextField } from '@/components/TextField';
import { useUndo } from '@/frame/undo';
import type { BackupContact, KeptBackup } from '@/ipc/bindings';
import { useAsk, useChange } from '@/ipc/call';
import styles from './LookDialog.module.css';
import { useBackupTime } from './words';

/** As many as are shown at once; the search finds the others. */
const SHOWN = 100;

export function LookDialog({ backup, onClose }: { backup: KeptBackup; onClose: () => void }) {
  const { t } = useTranslation(['backups', 'common']);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const take = useChange('backup_take');
  const showFailure = useShowFailure();
  const { confirm } = useUndo();
  const time = useBackupTime()(backup);
  const choose = (id: number, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const takeBack = () =>
    take.mutate(
      { name: backup.name, ids: [...chosen] },
      {
        onSuccess: ({ batch, contacts }) => {
          onClose();
          confirm(t('taken', { count: contacts }), batch);
        },
        onError: showFailure,
      },
    );
  const actions = (
    <>
      <Button onPress={onClose}>{t('common:close')}</Button>
      <Button variant="main" isDisabled={chosen.size === 0 || take.isPending} onPress={takeBack}>
        {chosen.size === 0 ? t('takeBack') : t('takeBackCount', { count: chosen.size })}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('lookTitle', { time })} actions={actions} wide>
      <TextField label={t('search')} value={search} onChange={setSearch} autoFocus />
      <Found name={backup.name} search={search} chosen={chosen} onChoose={choose} />
    </Dialog>
  );
}

type FoundProps = {
  name: string;
  search: string;
  chosen: ReadonlySet<number>;
  onChoose: (id: number, isChosen: boolean) => void;
};

function Found({ name, search, chosen, onChoose }: FoundProps) {
  const { t } = useTranslation('backups');
  const asked = useAsk('backup_look', { name, search, offset: 0, limit: SHOWN }, { keepPrevious: true, always: true });
  if (asked.error) return <Refusal failure={asked.error} />;
  if (!asked.data) return <p className={styles.dim}>{t('opening')}</p>;
  const { contacts, total } = asked.data;
  if (total === 0) return <p className={styles.dim}>{t('nobody')}</p>;
  return (
    <>
      <ul className={styles.found} aria-label={t('contactsOf')}>
        {contacts.map((contact) => (
          <Line
            key={contact.id}
            contact={contact}
            isChosen={chosen.has(contact.id)}
            onChoose={(isChosen) => onChoose(contact.id, isChosen)}
          />
        ))}
      </ul>
      {total > contacts.length && <p className={styles.dim}>{t('more', { count: total - contacts.length })}</p>}
    </>
  );
}

type LineProps = { contact: BackupContact; isChosen: boolean; onChoose: (isChosen: boolean) => void };

function Line({ contact, isChosen, onChoose }: LineProps) {
  const { t } = useTranslation('backups');
  const { name, organization, email, phone, since } = contact;
  return (
    <li className={styles.line}>
      <Checkbox isSelected={isChosen} isDisabled={since === 'same'} onChange={onChoose}>
        <span className={styles.who}>
          <bdi className={styles.name}>{name}</bdi>
          <span className={styles.dim}>
            <bdi>{organization}</bdi>
          </span>
        </span>
      </Checkbox>
      <bdi dir="ltr" className={styles.reach}>
        {email ?? phone}
      </bdi>
      <span className={styles.since}>
        {since === 'same' ? <span className={styles.dim}>{t('sinces.same')}</span> : <Tag>{t(`sinces.${since}`)}</Tag>}
      </span>
    </li>
  );
}

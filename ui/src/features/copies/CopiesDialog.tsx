// Told when a workspace is opened of which this machine knows a copy with other changes: the two beside each other, and the
// ways on. Nothing is refused: whoever closes the window decides later and is told again at the next opening.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useShowFailure } from '@/components/failures';
import { useLongDate, useNumber } from '@/components/numbers';
import { showToast } from '@/components/Toast';
import { runCommand } from '@/frame/commands';
import type { Copies, OtherCopy } from '@/ipc/bindings';
import { useAsk, useChange } from '@/ipc/call';
import styles from './CopiesDialog.module.css';

/** Stands in the frame and shows itself where there is something to tell. */
export function TellOfCopies() {
  const { data } = useAsk('workspace_copies', {});
  const [isLater, setLater] = useState(false);
  const other = data?.others[0];
  if (!data || !other || isLater) return null;
  return <CopiesDialog copies={data} other={other} onClose={() => setLater(true)} />;
}

type CopiesDialogProps = { copies: Copies; other: OtherCopy; onClose: () => void };

function CopiesDialog({ copies, other, onClose }: CopiesDialogProps) {
  const { t } = useTranslation('copies');
  const { mutate, isPending } = useChange('workspace_keep');
  const showFailure = useShowFailure();
  const goTo = (command: string) => {
    onClose();
    runCommand(command);
  };
  const onSuccess = () => {
    onClose();
    showToast({ title: t('kept') });
  };
  const actions = (
    <>
      <Button variant="plain" onPress={onClose}>
        {t('later')}
      </Button>
      <Button onPress={() => goTo('go-backups')}>{t('backups')}</Button>
      {other.is_there && <Button onPress={() => goTo('open-workspace')}>{t('open')} …</Button>}
      <Button variant="main" isDisabled={isPending} onPress={() => mutate({}, { onSuccess, onError: showFailure })}>
        {t('keep')}
      </Button>
    </>
  );
  const story = other.replaced ? 'replaced' : other.is_there ? 'there' : 'gone';
  return (
    <Dialog isOpen onClose={onClose} title={t(`titles.${other.kin}`)} actions={actions} wide>
      <p>{t(`stories.${story}`)}</p>
      <Beside copies={copies} other={other} />
      <p className={styles.hint}>{t(`advice.${other.kin}`)}</p>
      {copies.others.length > 1 && <p className={styles.hint}>{t('more', { count: copies.others.length - 1 })}</p>}
    </Dialog>
  );
}

function Beside({ copies, other }: { copies: Copies; other: OtherCopy }) {
  const { t } = useTranslation('copies');
  const date = useLongDate();
  const number = useNumber();
  const rows = [
    [t('changed'), copies.changed_at ? date(copies.changed_at) : t('never'), date(other.changed_at)],
    [t('contacts'), number(copies.contacts), number(other.contacts)],
    [
      t('only'),
      other.changes_here === null ? t('unknown') : number(other.changes_here),
      t('atLeast', { count: other.changes, number: number(other.changes) }),
    ],
  ] as const;
  return (
    <table className={styles.beside}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('this')}</th>
          <th scope="col">{t('other')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, here, there]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{here}</td>
            <td>{there}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('place')}</th>
          <td>
            <Place path={copies.path} />
          </td>
          <td>{other.replaced ? t('samePlace') : <Place path={other.path} />}</td>
        </tr>
        <tr>
          <th scope="row">{t('seen')}</th>
          <td>{t('now')}</td>
          <td>{date(other.seen_at)}</td>
        </tr>
      </tbody>
      <caption className={styles.hint}>
        {other.common_at ? t('common', { date: date(other.common_at) }) : t('commonUnknown')}
      </caption>
    </table>
  );
}

function Place({ path }: { path: string }) {
  return (
    <bdi dir="ltr" className="copyable">
      {path}
    </bdi>
  );
}

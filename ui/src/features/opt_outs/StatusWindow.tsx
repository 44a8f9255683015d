// The status window: the phones and e-mails of a contact, or one value, each with its state as a switch, the words about it
// and its history. It is mounted once, in the frame; `openStatusWindow` opens it from anywhere.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Refusal } from '@/components/Refusal';
import type { ContactSubscriptions, Subscription } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import type { Failure } from '@/ipc/failure';
import styles from './StatusWindow.module.css';
import { closeStatusWindow, type StatusSubject, useStatusSubject } from './statusWindow';
import { ValueCard } from './ValueCard';

export function StatusWindow() {
  const subject = useStatusSubject();
  if (subject === null) return null;
  return 'contact' in subject ? <OfContact id={subject.contact} /> : <OfValue {...subject} />;
}

function OfContact({ id }: { id: number }) {
  const { t } = useTranslation(['opt_outs', 'contacts']);
  const { data, error } = useAsk('contact_subscriptions', { id });
  const name = data?.name || t('contacts:unnamed');
  return (
    <Window title={data ? t('status.titleOf', { name }) : t('status.title')} failure={error}>
      {data && <Flags contact={data} />}
      {data?.values.length === 0 && <p className={styles.none}>{t('status.noValues')}</p>}
      {data?.values.map((value) => (
        <ValueCard
          key={`${value.kind} ${value.value}`}
          subscription={value}
          besides={id}
          isOpen={isAlone(data, value)}
        />
      ))}
    </Window>
  );
}

/** The history of the only value is open at once. */
const isAlone = ({ values }: ContactSubscriptions, value: Subscription) => values.length === 1 && values[0] === value;

function OfValue({ kind, value }: Exclude<StatusSubject, { contact: number }>) {
  const { t } = useTranslation('opt_outs');
  const { data, error } = useAsk('opt_out_history', { value: { kind, value }, country: null });
  return (
    <Window title={t('status.title')} failure={error}>
      {data && <ValueCard subscription={data} besides={null} isOpen />}
    </Window>
  );
}

type WindowProps = { title: string; failure: Failure | null; children: React.ReactNode };

function Window({ title, failure, children }: WindowProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      isOpen
      wide
      onClose={closeStatusWindow}
      title={<bdi>{title}</bdi>}
      actions={<Button onPress={closeStatusWindow}>{t('close')}</Button>}
    >
      <div className={styles.values}>{failure ? <Refusal failure={failure} /> : children}</div>
    </Dialog>
  );
}

/** What keeps the contact from being reached at all, whatever the states say. */
function Flags({ contact }: { contact: ContactSubscriptions }) {
  const { t } = useTranslation('opt_outs');
  if (!contact.do_not_contact && !contact.deceased) return null;
  return <p className={styles.flags}>{contact.deceased ? t('refusals.deceased') : t('refusals.do_not_contact')}</p>;
}

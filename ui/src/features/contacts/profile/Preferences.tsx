// How a contact wants to be reached (R10): channel, how often, about what; what they agreed to, with its proof; and the two
// marks that keep everybody from writing.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/components/Checkbox';
import { useShowFailure } from '@/components/failures';
import type { Contact } from '@/ipc/bindings';
import { ConsentDialog } from './ConsentDialog';
import { ConsentRow } from './ConsentRow';
import { InPlace } from './InPlace';
import { Pick } from './Pick';
import styles from './Preferences.module.css';
import { AddButton, Row, Section } from './Section';
import type { EditContact } from './useEditContact';

const CHANNELS = ['email', 'phone', 'sms', 'messaging', 'post'] as const;
const FREQUENCIES = ['daily', 'weekly', 'monthly'] as const;

type PartProps = { contact: Contact; onEdit: EditContact };

export function Preferences({ contact, onEdit }: PartProps) {
  const { t } = useTranslation('profile');
  const choose = (field: string) => (id: string | null) => onEdit({ kind: 'set', field, value: id ?? '' });
  const channels = CHANNELS.map((id) => ({ id, label: t(`channels.${id}`) }));
  const frequencies = FREQUENCIES.map((id) => ({ id, label: t(`frequencies.${id}`) }));
  const topics = contact.content_topics.join(', ');
  return (
    <Section title={t('sections.preferences')}>
      <Row name={t('fields.preferred_channel')}>
        <Pick
          label={t('fields.preferred_channel')}
          value={contact.preferred_channel}
          sections={[{ id: 'channels', title: null, items: channels }]}
          onChoose={choose('preferred_channel')}
        />
      </Row>
      <Row name={t('fields.contact_frequency')}>
        <Pick
          label={t('fields.contact_frequency')}
          value={contact.contact_frequency}
          sections={[{ id: 'frequencies', title: null, items: frequencies }]}
          onChoose={choose('contact_frequency')}
        />
      </Row>
      <Row name={t('fields.content_topics')}>
        <InPlace
          label={t('fields.content_topics')}
          value={topics}
          hint={t('separated')}
          onSave={(value) => onEdit({ kind: 'set', field: 'content_topics', value }, topics)}
        />
      </Row>
      <Flags contact={contact} onEdit={onEdit} />
    </Section>
  );
}

function Flags({ contact, onEdit }: PartProps) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  return (
    <div className={styles.flags}>
      {(['do_not_contact', 'deceased'] as const).map((field) => (
        <Checkbox
          key={field}
          isSelected={contact[field]}
          onChange={(on) => void onEdit({ kind: 'set', field, value: on ? 'yes' : '' }).catch(showFailure)}
        >
          {t(`flags.${field}`)}
        </Checkbox>
      ))}
    </div>
  );
}

/** What the contact agreed to or refused, for each purpose. */
export function Consents({ contact, onEdit }: PartProps) {
  const { t } = useTranslation('profile');
  const [opened, setOpened] = useState<string | null>(null);
  const title = t('sections.consents');
  return (
    <Section title={title} action={<AddButton title={title} onPress={() => setOpened('')} />}>
      {contact.consents.map((consent) => (
        <ConsentRow key={consent.purpose} consent={consent} onOpen={() => setOpened(consent.purpose)} />
      ))}
      <ConsentDialog
        consent={contact.consents.find(({ purpose }) => purpose === opened) ?? null}
        isOpen={opened !== null}
        onClose={() => setOpened(null)}
        onEdit={onEdit}
      />
    </Section>
  );
}

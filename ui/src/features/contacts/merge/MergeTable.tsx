// The contacts beside each other, and beneath them the fields in which they differ with one value chosen in each.
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useShortDate } from '@/components/numbers';
import type { Contact, MergeField, MergeLook } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { useColumnFields, useShownText } from '../columns';
import { allFrom, chosenOf, type Picked } from './choices';
import styles from './MergeTable.module.css';

type MergeTableProps = { look: MergeLook; picked: Picked; onPick: (picked: Picked) => void };

export function MergeTable({ look: { contacts, fields }, picked, onPick }: MergeTableProps) {
  const { t } = useTranslation('contacts');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard
    <section className={styles.scroll} aria-label={t('merge.sideBySide')} tabIndex={0}>
      <div className={styles.table} data-columns={contacts.length}>
        <div className={styles.row}>
          <span />
          {contacts.map((contact) => (
            <Head
              key={contact.id}
              contact={contact}
              onTakeAll={fields.length > 1 ? () => onPick(allFrom(contacts, fields, contact.id, picked)) : undefined}
            />
          ))}
        </div>
        {fields.map((field) => (
          <FieldRow
            key={field.field}
            field={field}
            contacts={contacts}
            chosen={chosenOf(contacts, field, picked)}
            onChoose={(id) => onPick({ ...picked, [field.field]: id })}
          />
        ))}
      </div>
      {fields.length === 0 && <p className={styles.same}>{t('merge.same')}</p>}
    </section>
  );
}

function Head({ contact, onTakeAll }: { contact: Contact; onTakeAll: (() => void) | undefined }) {
  const { t } = useTranslation('contacts');
  const date = useShortDate();
  const name = contact.name || t('unnamed');
  return (
    <div className={styles.head}>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      <span className={styles.since}>{t('merge.since', { date: date(contact.created) })}</span>
      {onTakeAll && (
        <Button size="small" onPress={onTakeAll} aria-label={t('merge.takeAllOf', { name })}>
          {t('merge.takeAll')}
        </Button>
      )}
    </div>
  );
}

type FieldRowProps = {
  field: MergeField;
  contacts: Contact[];
  chosen: number | undefined;
  onChoose: (id: number) => void;
};

function FieldRow({ field: { field, values }, contacts, chosen, onChoose }: FieldRowProps) {
  const { t } = useTranslation('contacts');
  const { labelOf } = useColumnFields();
  const shown = useShownText();
  const label = field === 'member_number' ? t('merge.memberNumber') : labelOf(field);
  const inWords = (value: string | null | undefined) => (value ? shown(field, value) : t('merge.none'));
  return (
    <RadioGroup
      className={styles.row ?? ''}
      orientation="horizontal"
      value={String(chosen)}
      onChange={(id) => onChoose(Number(id))}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      {contacts.map((contact, index) => (
        <Radio
          key={contact.id}
          value={String(contact.id)}
          className={styles.radio ?? ''}
          aria-label={t('merge.valueOf', {
            value: field === 'photo' ? t('merge.picture') : inWords(values[index]),
            name: contact.name,
          })}
        >
          <span className={styles.mark} aria-hidden="true" />
          {field === 'photo' && values[index] ? (
            <Picture hash={values[index]} />
          ) : (
            <bdi className={values[index] ? styles.value : styles.none}>{inWords(values[index])}</bdi>
          )}
        </Radio>
      ))}
    </RadioGroup>
  );
}

function Picture({ hash }: { hash: string }) {
  const { data } = useAsk('photo_get', { hash });
  return data ? <img className={styles.picture} src={data.data} alt="" draggable={false} /> : null;
}

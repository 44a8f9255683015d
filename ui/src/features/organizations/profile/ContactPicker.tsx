// Choosing one contact of the workspace: what is typed is searched while one types.
import { useState } from 'react';
import {
  ComboBox,
  FieldError,
  Input,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import menu from '@/components/Menu.module.css';
import select from '@/components/Select.module.css';
import field from '@/components/TextField.module.css';
import { queryOf } from '@/features/contacts/address';
import type { ContactRow } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import aside from '../OrganizationPicker.module.css';

export type PickedContact = { id: number; name: string };

const MOST = 8;

type ContactPickerProps = {
  label: string;
  onChange: (contact: PickedContact | null) => void;
  error?: string | null;
  /** Unless told otherwise it is what its form begins with. */
  autoFocus?: boolean;
  description?: string;
};

export function ContactPicker({ label, onChange, error, autoFocus = true, description }: ContactPickerProps) {
  const { t } = useTranslation('contacts');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ContactRow | null>(null);
  const query = { ...queryOf(new URLSearchParams()), search: typed.trim() };
  const { data } = useAsk('contacts_page', { query, offset: 0, limit: MOST }, { keepPrevious: true });
  const rows = data?.rows ?? [];

  const type = (text: string) => {
    setTyped(text);
    if (text === chosen?.name) return;
    setChosen(null);
    onChange(null);
  };
  const choose = (key: Key | null) => {
    const row = rows.find(({ id }) => String(id) === key);
    if (!row) return;
    setChosen(row);
    setTyped(row.name);
    onChange({ id: row.id, name: row.name });
  };

  return (
    <ComboBox
      className={field.field ?? ''}
      items={rows.map((row) => ({ ...row, id: String(row.id) }))}
      inputValue={typed}
      onInputChange={type}
      value={chosen && String(chosen.id)}
      onChange={choose}
      menuTrigger="focus"
      allowsCustomValue
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      autoFocus={autoFocus}
    >
      <Label className={field.label}>{label}</Label>
      <Input className={field.input} dir="auto" autoComplete="off" placeholder={t('searchHint')} />
      {description && (
        <Text slot="description" className={field.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={field.error ?? ''}>{error}</FieldError>
      <Popover className={`${menu.popover} ${select.popover}`} offset={4}>
        <ListBox<Omit<ContactRow, 'id'> & { id: string }> className={menu.menu ?? ''}>
          {({ id, name, organization, email, phone }) => (
            <ListBoxItem id={id} textValue={name} className={menu.item ?? ''}>
              <bdi className={menu.label}>{name || t('unnamed')}</bdi>
              <bdi className={aside.aside}>{organization ?? email?.value ?? phone?.value}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

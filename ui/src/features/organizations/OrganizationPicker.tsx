// Choosing an organization: what is typed is searched while one types, and a name that is new becomes an account, an agency or
// a lead on the spot. It is made by whatever saves the choice, so that both are undone together.
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ComboBox, FieldError, Input, type Key, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import menu from '@/components/Menu.module.css';
import select from '@/components/Select.module.css';
import field from '@/components/TextField.module.css';
import type { OrganizationChoice, OrganizationKind, OrganizationRow } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { KINDS } from './address';
import styles from './OrganizationPicker.module.css';
import { KIND_ICONS } from './words';

const MOST = 8;
const NO_KINDS: readonly OrganizationKind[] = [];

type Option = { id: string; text: string; choice: OrganizationChoice; icon: ReactNode; aside: string };

type OrganizationPickerProps = {
  label: string;
  /** Shows the label only to screen readers. */
  quiet?: boolean;
  value: OrganizationChoice | null;
  /** Null once what was chosen is cleared. A name that was typed and not chosen is a choice too, by name. */
  onChange: (choice: OrganizationChoice | null) => void;
  /** Offers no new one. */
  onlyExisting?: boolean;
  /** What a new one can become; all kinds unless told. */
  kinds?: readonly OrganizationKind[];
  error?: string | null;
  autoFocus?: boolean;
};

export function OrganizationPicker(props: OrganizationPickerProps) {
  const { label, quiet, value, onChange, onlyExisting = false, error, autoFocus } = props;
  const kinds = onlyExisting ? NO_KINDS : (props.kinds ?? KINDS);
  const [typed, setTyped] = useState(value?.name ?? '');
  const [chosen, setChosen] = useState<Key | null>(null);
  const options = useOptions(typed, kinds);

  const type = (text: string) => {
    setTyped(text);
    if (chosen !== null && text !== options.find(({ id }) => id === chosen)?.choice.name) setChosen(null);
    if (onlyExisting) return;
    const name = text.trim();
    if (name !== (value?.name ?? '')) onChange(name ? { id: null, name, kind: null } : null);
  };
  const choose = (key: Key | null) => {
    const option = options.find(({ id }) => id === key);
    if (!option) return;
    setChosen(key);
    setTyped(option.choice.name ?? '');
    onChange(option.choice);
  };

  return (
    <ComboBox
      className={field.field ?? ''}
      aria-label={quiet ? label : undefined}
      items={options}
      inputValue={typed}
      onInputChange={type}
      value={chosen}
      onChange={choose}
      menuTrigger="focus"
      allowsCustomValue
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      autoFocus={autoFocus}
    >
      {!quiet && <Label className={field.label}>{label}</Label>}
      <Input className={field.input} dir="auto" autoComplete="off" />
      <FieldError className={field.error ?? ''}>{error}</FieldError>
      <Popover className={`${menu.popover} ${select.popover}`} offset={4}>
        <ListBox<Option> className={menu.menu ?? ''}>
          {({ id, text, choice, icon, aside }) => (
            <ListBoxItem id={id} textValue={choice.name} className={menu.item ?? ''}>
              {icon}
              <bdi className={menu.label}>{text}</bdi>
              <span className={styles.aside}>{aside}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function useOptions(typed: string, kinds: readonly OrganizationKind[]): Option[] {
  const { t } = useTranslation('organizations');
  const query = { search: typed.trim(), kind: null, trash: false, sort: { field: 'name' as const, descending: false } };
  const { data } = useAsk('organizations_page', { query, offset: 0, limit: MOST, columns: [] }, { keepPrevious: true });
  const found = (data?.rows ?? []).map((row) => optionOf(row, t(`kinds.${row.kind}`)));
  const name = typed.trim();
  const isKnown = found.some(({ text }) => text.toLocaleLowerCase() === name.toLocaleLowerCase());
  if (!name || isKnown) return found;
  const create = (kind: OrganizationKind): Option => ({
    id: `+${kind}`,
    text: t('picker.create', { name }),
    choice: { id: null, name, kind },
    icon: <Plus />,
    aside: t(`picker.as.${kind}`),
  });
  return [...found, ...kinds.map(create)];
}

function optionOf({ id, kind, name, parent }: OrganizationRow, kindInWords: string): Option {
  const Icon = KIND_ICONS[kind];
  const aside = parent ? `${kindInWords} · ${parent}` : kindInWords;
  return { id: String(id), text: name, choice: { id, name, kind }, icon: <Icon />, aside };
}

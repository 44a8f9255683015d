// The addresses of a contact: one line each, opened into its parts to be edited; a new one is typed into a small form.
import { Building2, ChevronDown, Copy, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem } from '@/components/Menu';
import { useCountryName } from '@/components/numbers';
import { showToast } from '@/components/Toast';
import { useCountries } from '@/features/settings/countries';
import type { Address } from '@/ipc/bindings';
import styles from './Addresses.module.css';
import { InPlace } from './InPlace';
import { LabelMenu } from './LabelMenu';
import { NewAddress } from './NewAddress';
import { Pick } from './Pick';
import { PostcodeRemark } from './PostcodeRemark';
import { Row, Section } from './Section';
import type { EditRecord } from './useEditContact';
import { useLabel } from './words';

const PARTS = ['street', 'street2', 'city', 'region', 'postcode', 'country', 'full_address'] as const;
const LABELS = ['physical', 'mailing', 'billing', 'work', 'home', 'other'];

/** What a contact's address can follow: the organizations that it belongs to. */
type Following = {
  organizations: { id: number; name: string }[];
  onFollow: (organization: number, label: string) => Promise<void>;
  onKeep: (address: number) => Promise<void>;
};

type AddressesProps = { addresses: Address[]; onEdit: EditRecord; following?: Following };

const FOLLOW = 'follow ';

export function Addresses({ addresses, onEdit, following }: AddressesProps) {
  const { t } = useTranslation('profile');
  const inWords = useLabel();
  const showFailure = useShowFailure();
  const [added, setAdded] = useState<string | null>(null);
  const isFollowed = (id: number) => addresses.some(({ organization_id }) => organization_id === id);
  const followable = (following?.organizations ?? [])
    .filter(({ id }, index, all) => !isFollowed(id) && all.findIndex((other) => other.id === id) === index)
    .map(({ id, name }) => ({ code: `${FOLLOW}${id}`, label: t('follow.use', { name }) }));
  const addable = [...followable, ...LABELS.map((code) => ({ code, label: inWords(code) }))];
  const add = (code: string) => {
    if (!code.startsWith(FOLLOW)) return setAdded(code);
    // The place of the one address that lists, sorting and letters go by, unless it is taken.
    const label = addresses.some((address) => address.label === 'physical') ? 'work' : 'physical';
    following?.onFollow(Number(code.slice(FOLLOW.length)), label).catch(showFailure);
  };
  return (
    <Section title={t('sections.addresses')} addable={addable} onAdd={add}>
      {addresses.map((address) => (
        <AddressItem
          key={address.id}
          address={address}
          isOneOfSeveral={addresses.length > 1}
          onEdit={onEdit}
          onKeep={following?.onKeep}
        />
      ))}
      {added && <NewAddress key={added} label={added} onEdit={onEdit} onClose={() => setAdded(null)} />}
    </Section>
  );
}

type ItemProps = {
  address: Address;
  isOneOfSeveral: boolean;
  onEdit: EditRecord;
  onKeep?: Following['onKeep'] | undefined;
};

function AddressItem({ address, isOneOfSeveral, onEdit, onKeep }: ItemProps) {
  const { t } = useTranslation('profile');
  const inWords = useLabel();
  const country = useCountryName();
  const showFailure = useShowFailure();
  const [isOpen, setOpen] = useState(false);
  const name = inWords(address.label);
  const text = oneLine(address, country);
  return (
    <div>
      <Row
        name={
          <LabelMenu
            name={name}
            labels={LABELS}
            label={address.label}
            onChoose={(label) => onEdit({ kind: 'address_label', address: address.id, label })}
          />
        }
        before={
          isOneOfSeveral && (
            <input
              type="radio"
              name="primary-address"
              className={styles.radio}
              aria-label={t('primaryOne', { name, value: text })}
              title={address.primary ? t('primary') : t('makePrimary')}
              checked={address.primary}
              onChange={() => onEdit({ kind: 'address_primary', address: address.id }).catch(showFailure)}
            />
          )
        }
        aside={<Actions address={address} text={text} onEdit={onEdit} />}
      >
        {address.organization ? (
          <Followed address={address} text={text} onKeep={onKeep} />
        ) : (
          <Button className={styles.line ?? ''} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            <bdi className={styles.text}>{text}</bdi>
            <ChevronDown aria-hidden="true" />
          </Button>
        )}
      </Row>
      {isOpen &&
        !address.organization &&
        PARTS.map((part) => <Part key={part} part={part} address={address} onEdit={onEdit} />)}
    </div>
  );
}

type FollowedProps = { address: Address; text: string; onKeep?: Following['onKeep'] | undefined };

/** An address that is the organization's: it changes there, unless a copy is kept. */
function Followed({ address, text, onKeep }: FollowedProps) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  const name = address.organization ?? '';
  return (
    <span className={styles.followed}>
      {text ? <bdi>{text}</bdi> : <span className={styles.none}>{t('follow.none', { name })}</span>}
      <span className={styles.from}>
        <Building2 aria-hidden="true" />
        <bdi>{t('follow.from', { name })}</bdi>
        {onKeep && text && (
          <Button
            className={styles.keep ?? ''}
            aria-label={t('follow.keepOf', { name })}
            onPress={() => onKeep(address.id).catch(showFailure)}
          >
            {t('follow.keep')}
          </Button>
        )}
      </span>
    </span>
  );
}

type PartProps = { part: (typeof PARTS)[number]; address: Address; onEdit: EditRecord };

function Part({ part, address, onEdit }: PartProps) {
  const { t } = useTranslation('profile');
  const countries = useCountries();
  const country = useCountryName();
  const label = t(`fields.${part}`);
  const value = address[part] ?? '';
  const save = (text: string) => onEdit({ kind: 'address', address: address.id, part, value: text }, value);
  return (
    <Row name={<span className={styles.part}>{label}</span>}>
      {part === 'country' ? (
        <Pick
          label={label}
          value={value || null}
          sections={[{ id: 'countries', title: null, items: countries.map((item) => ({ ...item, words: item.id })) }]}
          onChoose={(id) => save(id ?? '')}
        >
          {value ? <bdi>{country(value)}</bdi> : undefined}
        </Pick>
      ) : (
        <InPlace
          label={label}
          value={value}
          onSave={save}
          remark={part === 'postcode' ? (text) => <PostcodeRemark value={text} country={address.country} /> : undefined}
        />
      )}
    </Row>
  );
}

function Actions({ address, text, onEdit }: { address: Address; text: string; onEdit: EditRecord }) {
  const { t } = useTranslation(['profile', 'common']);
  const showFailure = useShowFailure();
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => showToast({ title: t('common:copied') }), showFailure);
  };
  return (
    <span className={styles.actions}>
      <IconButton size="small" label={t('copyValue', { value: text })} icon={<Copy />} onPress={copy} />
      <Menu
        aria-label={t('pointActions', { value: text })}
        trigger={<IconButton size="small" label={t('pointActions', { value: text })} icon={<Ellipsis />} />}
      >
        <MenuItem
          isDisabled={address.primary}
          onAction={() => onEdit({ kind: 'address_primary', address: address.id }).catch(showFailure)}
        >
          {t('makePrimary')}
        </MenuItem>
        <MenuItem danger onAction={() => onEdit({ kind: 'remove_address', address: address.id }).catch(showFailure)}>
          {t('removePoint')}
        </MenuItem>
      </Menu>
    </span>
  );
}

/** An address in one line: street, postcode and city, region, country. */
export function oneLine(address: Address, country: (code: string) => string): string {
  const { street, street2, postcode, city, region, full_address } = address;
  const place = [postcode, city].filter(Boolean).join(' ');
  const parts = [street, street2, place, region, address.country && country(address.country), full_address];
  return parts.filter(Boolean).join(', ');
}

// The addresses of a contact: one line each, opened into its parts to be edited.
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCountryName } from '@/components/numbers';
import type { Address } from '@/ipc/bindings';
import styles from './Addresses.module.css';
import { InPlace } from './InPlace';
import { Row, Section } from './Section';
import type { EditContact } from './useEditContact';
import { useLabel } from './words';

const PARTS = ['street', 'street2', 'city', 'region', 'postcode', 'country', 'full_address'] as const;

/** Where a new address begins: the field that makes an address with this label. */
const STARTS = { physical: 'street', home: 'home_street', work: 'work_street' } as const;

export function Addresses({ addresses, onEdit }: { addresses: Address[]; onEdit: EditContact }) {
  const { t } = useTranslation('profile');
  const inWords = useLabel();
  const [added, setAdded] = useState<string | null>(null);
  const free = Object.entries(STARTS).filter(([label]) => !addresses.some((address) => address.label === label));
  return (
    <Section
      title={t('sections.addresses')}
      addable={free.map(([label, code]) => ({ code, label: inWords(label) }))}
      onAdd={setAdded}
    >
      {addresses.map((address) => (
        <AddressItem key={address.id} address={address} onEdit={onEdit} />
      ))}
      {added && (
        <Row name={t('fields.street')}>
          <InPlace
            key={added}
            startsOpen
            label={t('fields.street')}
            value=""
            onClose={() => setAdded(null)}
            onSave={(value) => onEdit({ kind: 'set', field: added, value })}
          />
        </Row>
      )}
    </Section>
  );
}

function AddressItem({ address, onEdit }: { address: Address; onEdit: EditContact }) {
  const { t } = useTranslation('profile');
  const inWords = useLabel();
  const country = useCountryName();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button className={styles.line ?? ''} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <span className={styles.label}>{inWords(address.label)}</span>
        <bdi className={styles.text}>{oneLine(address, country)}</bdi>
        <ChevronDown aria-hidden="true" />
      </Button>
      {isOpen &&
        PARTS.map((part) => (
          <Row key={part} name={t(`fields.${part}`)}>
            <InPlace
              label={t(`fields.${part}`)}
              value={address[part] ?? ''}
              onSave={(value) => onEdit({ kind: 'address', address: address.id, part, value })}
            >
              {part === 'country' && address.country ? <bdi>{country(address.country)}</bdi> : undefined}
            </InPlace>
          </Row>
        ))}
    </div>
  );
}

/** An address in one line: street, postcode and city, region, country. */
export function oneLine(address: Address, country: (code: string) => string): string {
  const { street, street2, postcode, city, region, full_address } = address;
  const place = [postcode, city].filter(Boolean).join(' ');
  const parts = [street, street2, place, region, address.country && country(address.country), full_address];
  return parts.filter(Boolean).join(', ');
}

// The tiers of a type in its form: a name and a price each, and one line more for the next.
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { useMoney, written } from '@/components/money';
import { useLongDate } from '@/components/numbers';
import { TextField } from '@/components/TextField';
import { TypedDay } from '@/features/fields/values/TypedDay';
import dialog from '@/features/groups/GroupDialog.module.css';
import type { MembershipType, TierPrice } from '@/ipc/bindings';
import styles from './TierFields.module.css';

/** A price to come, and the day from which on it holds. */
type Later = { price: string; from: string };
export type TierTyped = {
  key: number;
  id: number | null;
  name: string;
  price: string;
  /** Null where none is being typed. */
  later: Later | null;
  /** The prices to come that stand already. */
  toCome: TierPrice[];
};

const today = () => new Date().toISOString().slice(0, 10);

let made = 0;

function blankTier(): TierTyped {
  made += 1;
  return { key: -made, id: null, name: '', price: '', later: null, toCome: [] };
}

/** The tiers of a type as they stand in its form. */
export function typedTiers(
  type: MembershipType | null,
  shown: (kept: string, currency: string) => string,
): TierTyped[] {
  const offered = type?.tiers.filter(({ retired }) => !retired) ?? [];
  const tiers = offered.map(({ id, name, price, prices }) => {
    const toCome = prices.filter(({ from }) => from !== null && from > today());
    return { key: id, id, name, price: shown(written(price), price.currency), later: null, toCome };
  });
  return tiers.length > 0 ? tiers : [blankTier()];
}

/** The day from which on the price that holds today holds: another price takes the place of that one. */
export function holdsFrom(type: MembershipType | null, tier: number | null): string | null {
  const prices = type?.tiers.find(({ id }) => id === tier)?.prices ?? [];
  return prices.findLast(({ from }) => from === null || from <= today())?.from ?? null;
}

type TierFieldsProps = { tiers: TierTyped[]; error: string | null; onChange: (tiers: TierTyped[]) => void };

export function TierFields({ tiers, error, onChange }: TierFieldsProps) {
  const { t } = useTranslation('members');
  const put = (key: number, part: Partial<TierTyped>) =>
    onChange(tiers.map((tier) => (tier.key === key ? { ...tier, ...part } : tier)));
  return (
    <div className={styles.tiers}>
      {tiers.map((tier) => (
        <div key={tier.key} className={styles.one}>
          <div className={styles.tier}>
            <TextField label={t('types.tier')} value={tier.name} onChange={(name) => put(tier.key, { name })} />
            <TextField label={t('types.price')} value={tier.price} onChange={(price) => put(tier.key, { price })} ltr />
            <IconButton
              label={t('types.removeTier', { name: tier.name })}
              icon={<X />}
              onPress={() => onChange(tiers.filter(({ key }) => key !== tier.key))}
            />
          </div>
          <LaterPrice tier={tier} onChange={(later) => put(tier.key, { later })} />
        </div>
      ))}
      <Button size="small" variant="plain" icon={<Plus />} onPress={() => onChange([...tiers, blankTier()])}>
        {t('types.addTier')}
      </Button>
      {error && <p className={dialog.error}>{error}</p>}
    </div>
  );
}

/** The price that a tier will have: those that stand, and one that is typed. */
function LaterPrice({ tier, onChange }: { tier: TierTyped; onChange: (later: Later | null) => void }) {
  const { t } = useTranslation('members');
  const money = useMoney();
  const date = useLongDate();
  const { name, later, toCome } = tier;
  return (
    <>
      {toCome.map(({ from, price }) => (
        <span key={from} className={styles.toCome}>
          {t('types.laterStands', { price: money(price), day: from ? date(from) : '' })}
        </span>
      ))}
      {later ? (
        <div className={styles.tier}>
          <TypedDay
            label={t('types.laterFrom')}
            value={later.from}
            onChange={(from) => onChange({ ...later, from })}
            autoFocus
          />
          <TextField
            label={t('types.laterPrice', { name })}
            value={later.price}
            onChange={(price) => onChange({ ...later, price })}
            ltr
          />
          <IconButton label={t('types.dropLater', { name })} icon={<X />} onPress={() => onChange(null)} />
        </div>
      ) : (
        <Button size="small" variant="plain" onPress={() => onChange({ price: '', from: '' })}>
          {t('types.later')}
        </Button>
      )}
    </>
  );
}

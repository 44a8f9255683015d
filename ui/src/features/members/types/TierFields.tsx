// The tiers of a type in its form: a name and a price each, and one line more for the next.
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { written } from '@/components/money';
import { TextField } from '@/components/TextField';
import dialog from '@/features/groups/GroupDialog.module.css';
import type { MembershipType } from '@/ipc/bindings';
import styles from './TierFields.module.css';

export type TierTyped = { key: number; id: number | null; name: string; price: string };

let made = 0;

function blankTier(): TierTyped {
  made += 1;
  return { key: -made, id: null, name: '', price: '' };
}

/** The tiers of a type as they stand in its form. */
export function typedTiers(
  type: MembershipType | null,
  shown: (kept: string, currency: string) => string,
): TierTyped[] {
  const offered = type?.tiers.filter(({ retired }) => !retired) ?? [];
  const tiers = offered.map(({ id, name, price }) => {
    return { key: id, id, name, price: shown(written(price), price.currency) };
  });
  return tiers.length > 0 ? tiers : [blankTier()];
}

/** The day from which on the price that holds today holds: another price takes the place of that one. */
export function holdsFrom(type: MembershipType | null, tier: number | null): string | null {
  const prices = type?.tiers.find(({ id }) => id === tier)?.prices ?? [];
  const today = new Date().toISOString().slice(0, 10);
  return prices.findLast(({ from }) => from === null || from <= today)?.from ?? null;
}

type TierFieldsProps = { tiers: TierTyped[]; error: string | null; onChange: (tiers: TierTyped[]) => void };

export function TierFields({ tiers, error, onChange }: TierFieldsProps) {
  const { t } = useTranslation('members');
  const put = (key: number, part: Partial<TierTyped>) =>
    onChange(tiers.map((tier) => (tier.key === key ? { ...tier, ...part } : tier)));
  return (
    <div className={styles.tiers}>
      {tiers.map(({ key, name, price }) => (
        <div key={key} className={styles.tier}>
          <TextField label={t('types.tier')} value={name} onChange={(text) => put(key, { name: text })} />
          <TextField label={t('types.price')} value={price} onChange={(text) => put(key, { price: text })} ltr />
          <IconButton
            label={t('types.removeTier', { name })}
            icon={<X />}
            onPress={() => onChange(tiers.filter((tier) => tier.key !== key))}
          />
        </div>
      ))}
      <Button size="small" variant="plain" icon={<Plus />} onPress={() => onChange([...tiers, blankTier()])}>
        {t('types.addTier')}
      </Button>
      {error && <p className={dialog.error}>{error}</p>}
    </div>
  );
}

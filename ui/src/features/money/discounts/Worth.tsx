// What a discount gives: a percentage or an amount.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import styles from '@/features/groups/GroupDialog.module.css';
import { useTyped } from '@/features/members/dates';
import { useAsk } from '@/ipc/call';

/** An amount is in this currency, or in that of the memberships. */
export function useWorth(own?: string) {
  const typed = useTyped();
  const [kind, setKind] = useState<'percent' | 'amount'>('percent');
  const [value, setValue] = useState('');
  const usual = useAsk('membership_types', {}).data?.types[0]?.currency ?? '';
  const currency = own ?? usual;
  const given = () =>
    kind === 'percent'
      ? { percent: Number.parseInt(value, 10) || 0, amount: null }
      : { percent: null, amount: typed.amount(value, currency) };
  return { kind, setKind, value, setValue, currency, given, isTyped: value.trim() !== '' };
}

type WorthProps = { worth: ReturnType<typeof useWorth>; error: string | null };

export function Worth({ worth, error }: WorthProps) {
  const { t } = useTranslation('money');
  const { kind, currency } = worth;
  const amount = currency ? `${t('worth.amount')} (${currency})` : t('worth.amount');
  return (
    <div className={styles.pair}>
      <Select
        label={t('worth.kind')}
        choices={[
          { id: 'percent', label: t('worth.percent') },
          { id: 'amount', label: t('worth.amount') },
        ]}
        value={kind}
        onChange={(id) => worth.setKind(id as typeof kind)}
      />
      <TextField
        label={kind === 'percent' ? t('worth.perCent') : amount}
        value={worth.value}
        onChange={worth.setValue}
        error={error}
        ltr
      />
    </div>
  );
}

// What a term costs that begins within a fixed period, and from which day on it includes the next one.
import { useTranslation } from 'react-i18next';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import type { ProRata } from '@/ipc/bindings';

const WAYS = ['none', 'months', 'days'] as const satisfies ProRata[];

/** As typed. */
export type Period = { proRata: ProRata; rollOver: string };

type PeriodFieldsProps = { period: Period; error: string | null; onChange: (period: Period) => void };

export function PeriodFields({ period, error, onChange }: PeriodFieldsProps) {
  const { t } = useTranslation('members');
  return (
    <>
      <Select
        label={t('types.proRata')}
        choices={WAYS.map((id) => ({ id, label: t(`types.proRatas.${id}`) }))}
        value={period.proRata}
        onChange={(proRata) => onChange({ ...period, proRata: proRata as ProRata })}
      />
      <TextField
        label={t('types.rollOver')}
        description={t('types.rollOverHint')}
        value={period.rollOver}
        onChange={(rollOver) => onChange({ ...period, rollOver })}
        error={error}
        ltr
      />
    </>
  );
}

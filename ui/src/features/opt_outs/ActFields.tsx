// At whose wish, why, and a note: the words about an opt-out, wherever one is made.
import { useTranslation } from 'react-i18next';
import { Segmented } from '@/components/Segmented';
import { TextField } from '@/components/TextField';
import type { Initiative, OptOutAct } from '@/ipc/bindings';

const INITIATIVES = ['theirs', 'ours', 'bounce'] as const satisfies Initiative[];

type ActFieldsProps = { act: OptOutAct; onChange: (act: OptOutAct) => void; autoFocus?: boolean; isDisabled?: boolean };

export function ActFields({ act, onChange, autoFocus, isDisabled }: ActFieldsProps) {
  const { t } = useTranslation('opt_outs');
  return (
    <>
      <Segmented
        label={t('form.initiative')}
        choices={INITIATIVES.map((id) => ({ id, label: t(`initiatives.${id}`) }))}
        value={act.initiative}
        onChange={(initiative) => onChange({ ...act, initiative: initiative as Initiative })}
        isDisabled={isDisabled}
      />
      <TextField
        label={t('form.reason')}
        placeholder={t('form.reasonHint')}
        value={act.reason ?? ''}
        onChange={(reason) => onChange({ ...act, reason })}
        autoFocus={autoFocus}
        isDisabled={isDisabled}
      />
      <TextField
        label={t('form.note')}
        value={act.note ?? ''}
        onChange={(note) => onChange({ ...act, note })}
        isDisabled={isDisabled}
      />
    </>
  );
}

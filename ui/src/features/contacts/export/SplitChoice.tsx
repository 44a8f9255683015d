// One file, or a file for each value of a field: of those that have few values for many contacts.
import { useTranslation } from 'react-i18next';
import form from '@/components/form.module.css';
import { Select } from '@/components/Select';
import { fieldBook } from '@/features/import/model/fieldNames';
import { useFieldLabel } from '@/features/import/words';
import type { Field } from '@/ipc/bindings';

const ONE = '+one';
const USUAL = ['country', 'region', 'city', 'groups', 'tags', 'organization', 'owner', 'language', 'lifecycle'];
const FEW_VALUES = ['one_of', 'yes_no'];

type SplitChoiceProps = {
  fields: Field[];
  splitBy: string | null;
  onChoose: (field: string | null) => void;
  isDisabled: boolean;
};

export function SplitChoice({ fields, splitBy, onChoose, isDisabled }: SplitChoiceProps) {
  const { t } = useTranslation('export');
  const labelOf = useFieldLabel(fieldBook(fields));
  const own = fields.filter((field) => field.custom && FEW_VALUES.includes(field.type)).map(({ code }) => code);
  const offered = [...USUAL, ...own];
  // A profile may split by any field.
  const codes = splitBy && !offered.includes(splitBy) ? [...offered, splitBy] : offered;
  const nameOf = (code: string) => (code === 'owner' ? t('owner') : labelOf(code));
  return (
    <div>
      <Select
        label={t('files')}
        choices={[
          { id: ONE, label: t('oneFile') },
          ...codes.map((id) => ({ id, label: t('fileForEach', { field: nameOf(id) }) })),
        ]}
        value={splitBy ?? ONE}
        onChange={(id) => onChoose(id === ONE ? null : id)}
        isDisabled={isDisabled}
      />
      {splitBy && <p className={form.hint}>{t('splitHint')}</p>}
    </div>
  );
}

// Which fields an export writes: all that hold anything, or those that are ticked, by the sections of the field list.
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/components/Checkbox';
import { fieldBook } from '@/features/import/model/fieldNames';
import { useFieldLabel } from '@/features/import/words';
import type { Field, FieldSection } from '@/ipc/bindings';
import styles from './FieldChoice.module.css';

const SECTIONS: FieldSection[] = ['name', 'reach', 'address', 'work', 'more', 'custom'];

type FieldChoiceProps = {
  fields: Field[];
  /** Null means all that hold anything. */
  chosen: string[] | null;
  onChoose: (fields: string[] | null) => void;
  isDisabled: boolean;
};

export function FieldChoice({ fields, chosen, onChoose, isDisabled }: FieldChoiceProps) {
  const { t } = useTranslation('export');
  const all = fields.map(({ code }) => code);
  const count = chosen?.length ?? 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't stand beside the count
    <div role="group" aria-label={t('fields')} className={styles.choice}>
      <div className={styles.head}>
        <Checkbox isDisabled={isDisabled} isSelected={chosen === null} onChange={(on) => onChoose(on ? null : all)}>
          {t('allFields')}
        </Checkbox>
        {chosen && <span className={styles.count}>{t('chosenFields', { count, total: all.length })}</span>}
      </div>
      {chosen && <Sections fields={fields} chosen={chosen} onChoose={onChoose} isDisabled={isDisabled} />}
    </div>
  );
}

type SectionsProps = { fields: Field[]; chosen: string[]; onChoose: (fields: string[]) => void; isDisabled: boolean };

function Sections({ fields, chosen, onChoose, isDisabled }: SectionsProps) {
  const { t } = useTranslation('export');
  const labelOf = useFieldLabel(fieldBook(fields));
  // The order of the file is the order of the list, however the boxes were ticked.
  const set = (code: string, on: boolean) =>
    onChoose(fields.map((field) => field.code).filter((other) => (other === code ? on : chosen.includes(other))));
  return (
    <div className={styles.list}>
      {SECTIONS.filter((section) => fields.some((field) => field.section === section)).map((section) => (
        <fieldset key={section} className={styles.section}>
          <legend className={styles.title}>{t(`sections.${section}`)}</legend>
          {fields
            .filter((field) => field.section === section)
            .map(({ code }) => (
              <Checkbox
                key={code}
                isDisabled={isDisabled}
                isSelected={chosen.includes(code)}
                onChange={(on) => set(code, on)}
              >
                {labelOf(code)}
              </Checkbox>
            ))}
        </fieldset>
      ))}
    </div>
  );
}

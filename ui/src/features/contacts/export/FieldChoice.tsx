// Which fields an export writes: all that hold anything, or those that are ticked, by the sections of the field list, in an
// order that can be changed.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { fieldBook } from '@/features/import/model/fieldNames';
import { useFieldLabel } from '@/features/import/words';
import type { Field, FieldSection } from '@/ipc/bindings';
import styles from './FieldChoice.module.css';
import { FieldOrder } from './FieldOrder';

const SECTIONS: FieldSection[] = ['name', 'reach', 'address', 'work', 'member', 'more', 'custom'];

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
  const [ordering, setOrdering] = useState(false);
  const labelOf = useFieldLabel(fieldBook(fields));
  const parts = chosen && { chosen, onChoose, labelOf, isDisabled };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend can't stand beside the count
    <div role="group" aria-label={t('fields')} className={styles.choice}>
      <div className={styles.head}>
        <Checkbox isDisabled={isDisabled} isSelected={chosen === null} onChange={(on) => onChoose(on ? null : all)}>
          {t('allFields')}
        </Checkbox>
        {chosen && (
          <div className={styles.tail}>
            <span className={styles.count}>{t('chosenFields', { count, total: all.length })}</span>
            <Button size="small" onPress={() => setOrdering(!ordering)} isDisabled={isDisabled || count === 0}>
              {t(ordering ? 'chooseFields' : 'changeOrder')}
            </Button>
          </div>
        )}
      </div>
      {parts && (ordering && count > 0 ? <FieldOrder {...parts} /> : <Sections fields={fields} {...parts} />)}
    </div>
  );
}

type SectionsProps = {
  fields: Field[];
  chosen: string[];
  onChoose: (fields: string[]) => void;
  labelOf: (code: string) => string;
  isDisabled: boolean;
};

function Sections({ fields, chosen, onChoose, labelOf, isDisabled }: SectionsProps) {
  const { t } = useTranslation('export');
  // What is ticked comes last in the file, until it is moved.
  const set = (code: string, on: boolean) =>
    onChoose(on ? [...chosen, code] : chosen.filter((other) => other !== code));
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

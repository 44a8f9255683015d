// Which columns of the list are taken: those that hold phones or e-mails, unless one says otherwise.
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/components/Checkbox';
import type { OptOutsColumn } from '@/ipc/bindings';
import styles from './Columns.module.css';

type ColumnsProps = { columns: OptOutsColumn[]; onChange: (taken: number[]) => void; isDisabled: boolean };

export function Columns({ columns, onChange, isDisabled }: ColumnsProps) {
  const { t } = useTranslation('opt_outs');
  const taken = columns.filter((column) => column.taken).map(({ position }) => position);
  const toggle = (position: number) =>
    onChange(taken.includes(position) ? taken.filter((other) => other !== position) : [...taken, position].sort());
  return (
    <fieldset className={styles.columns}>
      <legend className={styles.title}>{t('add.columns')}</legend>
      {columns.map(({ position, column, samples, taken: isTaken }) => (
        <Checkbox
          key={position}
          isSelected={isTaken}
          onChange={() => toggle(position)}
          isDisabled={isDisabled || (isTaken && taken.length === 1)}
        >
          <bdi>{column || t('add.column', { position })}</bdi>
          <bdi className={styles.samples}>{samples[0]}</bdi>
        </Checkbox>
      ))}
    </fieldset>
  );
}

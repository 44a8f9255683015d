// A cell of the file that can be corrected in place: looks like text until it is pointed at. Enter or leaving it keeps the
// correction, Escape gives it up. The file itself is never changed.
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowOutcome } from '@/ipc/bindings';
import type { StageProps } from '../props';
import { useHeader } from '../words';
import styles from './CellField.module.css';

type CellFieldProps = StageProps & { row: RowOutcome; position: number; header: string };

export function CellField({ state, dispatch, row, position, header }: CellFieldProps) {
  const { t } = useTranslation('import');
  const column = useHeader()(header, position);
  const [draft, setDraft] = useState<string | null>(null);
  const inFile = row.cells[position - 1] ?? '';
  const correction = state.corrections.find((one) => one.row === row.row && one.position === position);
  const value = correction?.value ?? inFile;

  const keep = () => {
    if (draft !== null && draft !== value) {
      dispatch({ type: 'correct', correction: { row: row.row, position, value: draft, original: inFile } });
    }
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    if (event.key !== 'Escape' || draft === null) return;
    // Escape belongs to the cell while something is typed, not to the sheet.
    event.stopPropagation();
    setDraft(null);
  };
  return (
    <input
      className={styles.cell}
      aria-label={t('rows.cell', { column, row: row.row })}
      data-corrected={correction !== undefined || undefined}
      title={correction ? t('rows.was', { value: correction.original }) : undefined}
      dir="auto"
      spellCheck={false}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}

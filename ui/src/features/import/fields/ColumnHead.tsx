// The head of a column: its header, how sure Roster is, and the button that opens the menu of fields.
import { ChevronDown } from 'lucide-react';
import { type Dispatch, useId } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ColumnValues } from '@/ipc/bindings';
import type { Choice, Column } from '../model/columns';
import { certainty } from '../model/confidence';
import type { FieldBook } from '../model/fieldNames';
import type { Action } from '../model/reducer';
import { useFieldLabel, useHeader } from '../words';
import styles from './ColumnHead.module.css';
import { ColumnValuesChip } from './ColumnValuesChip';
import { FieldMenu } from './FieldMenu';

type ColumnHeadProps = {
  column: Column;
  columns: Column[];
  values: ColumnValues[];
  book: FieldBook;
  dispatch: Dispatch<Action>;
};

export function ColumnHead({ column, columns, values, book, dispatch }: ColumnHeadProps) {
  const header = useHeader()(column.header, column.position);
  const choiceLabel = useChoiceLabel(book, columns)(column);
  const ids = { header: useId(), field: useId() };
  const { kind } = column.choice;
  const choose = (choice: Choice) => dispatch({ type: 'choose', position: column.position, choice, book });
  return (
    <th
      scope="col"
      className={styles.head}
      data-choice={kind}
      data-open-column={kind === 'open' || undefined}
      data-position={column.position}
    >
      <span className={styles.line}>
        <span id={ids.header} className={styles.header} title={header}>
          <bdi>{header}</bdi>
        </span>
        <CertaintyMark column={column} />
      </span>
      <DialogTrigger>
        <Button className={styles.pick ?? ''} aria-labelledby={`${ids.header} ${ids.field}`}>
          <span id={ids.field} className={styles.field}>
            <bdi>{choiceLabel}</bdi>
          </span>
          <ChevronDown aria-hidden="true" />
        </Button>
        <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
          <Dialog className={styles.dialog ?? ''} aria-labelledby={ids.header}>
            {({ close }) => (
              <FieldMenu
                column={column}
                columns={columns}
                book={book}
                onChoose={(choice) => {
                  close();
                  choose(choice);
                }}
              />
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      <ColumnValuesChip column={column} columns={columns} values={values} book={book} dispatch={dispatch} />
    </th>
  );
}

function useChoiceLabel(book: FieldBook, columns: Column[]): (column: Column) => string {
  const { t } = useTranslation('import');
  const label = useFieldLabel(book);
  return ({ choice, labelOf }) => {
    switch (choice.kind) {
      case 'open':
        return t('fields.choose');
      case 'ignore': {
        const labelled = columns.find(({ position }) => position === labelOf);
        return labelled ? t('fields.labelOf', { column: labelled.header }) : t('fields.ignore');
      }
      case 'new':
        return t('fields.newNamed', { name: choice.label });
      case 'field':
        return label(choice.field);
    }
  };
}

function CertaintyMark({ column }: { column: Column }) {
  const { t } = useTranslation('import');
  const sure = certainty(column);
  if (!sure) return null;
  const percent = Math.round(column.confidence * 100);
  return (
    <span className={styles.certainty} data-certainty={sure} title={t(`fields.certaintyTitle.${sure}`, { percent })}>
      {t(`fields.certainty.${sure}`)}
    </span>
  );
}

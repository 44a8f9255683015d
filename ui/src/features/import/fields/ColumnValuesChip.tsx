// Beneath a column's field: what its values are read as. A chip says it in short and opens the whole: samples of names and
// addresses taken apart, what the column is joined to, or every value of a list with what it means.
import { ChevronDown } from 'lucide-react';
import type { Dispatch } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ColumnValues } from '@/ipc/bindings';
import { type Column, fieldOf, joinedTo } from '../model/columns';
import type { FieldBook } from '../model/fieldNames';
import type { Action } from '../model/reducer';
import { useHeader } from '../words';
import styles from './ColumnValuesChip.module.css';
import { JoinedPanel } from './JoinedPanel';
import { PartsPanel } from './PartsPanel';
import { ValuesPanel } from './ValuesPanel';

export type PanelProps = {
  column: Column;
  columns: Column[];
  values: ColumnValues[];
  book: FieldBook;
  dispatch: Dispatch<Action>;
};

export function ColumnValuesChip(props: PanelProps) {
  const { column, columns, values, book } = props;
  const header = useHeader()(column.header, column.position);
  const said = useSaid(props);
  if (said === null || fieldOf(column) === null) return null;
  const own = values.find(({ position }) => position === column.position);
  const first = joinedTo(columns, column, book);
  return (
    <DialogTrigger>
      <Button
        className={styles.chip ?? ''}
        data-tone={said.warn ? 'warn' : 'plain'}
        aria-label={`${header}: ${said.text}`}
      >
        <span className={styles.text}>{said.text}</span>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label={header}>
          {first ? (
            <JoinedPanel {...props} first={first} />
          ) : own?.kind === 'parts' ? (
            <PartsPanel {...props} own={own} />
          ) : (
            own && <ValuesPanel {...props} own={own} />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** What the chip says; null where there is nothing to say. */
function useSaid({ column, columns, values, book }: PanelProps): { text: string; warn: boolean } | null {
  const { t } = useTranslation('import');
  const header = useHeader();
  const first = joinedTo(columns, column, book);
  if (first) return { text: t('values.joinedTo', { column: header(first.header, first.position) }), warn: false };
  const own = values.find(({ position }) => position === column.position);
  if (!own) return null;
  if (own.kind === 'parts') {
    if (own.split === false) return { text: t('values.whole'), warn: false };
    return own.values.length > 0 ? { text: t('values.apart'), warn: false } : null;
  }
  if (own.distinct === 0) return null;
  if (own.unknown === 0) return { text: t('values.known', { count: own.distinct }), warn: false };
  return { text: t('values.unknown', { count: own.unknown }), warn: true };
}

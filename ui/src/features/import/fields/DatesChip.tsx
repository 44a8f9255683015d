// How the dates of each column are read. Where a column can be read in two ways, both are shown and the user decides; having
// looked counts as having decided.
import { type Dispatch, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLongDate } from '@/components/numbers';
import type { DateGuess, DateOrder } from '@/ipc/bindings';
import { ambiguousDates, assigned, type Column } from '../model/columns';
import type { Action } from '../model/reducer';
import { ChipPopover } from '../parts/ChipPopover';
import { RadioList } from '../parts/RadioList';
import { useHeader } from '../words';
import styles from './DatesChip.module.css';

type DatesChipProps = { columns: Column[]; dispatch: Dispatch<Action> };
type DateColumn = Column & { dates: DateGuess };

const withDates = (columns: Column[]) =>
  assigned(columns).filter((column): column is DateColumn => column.dates !== null);

const orderOf = ({ dates, dateOrder }: DateColumn): DateOrder => dateOrder ?? dates.order;

export function DatesChip({ columns, dispatch }: DatesChipProps) {
  const { t } = useTranslation('import');
  const [looked, setLooked] = useState(false);
  const dated = withDates(columns);
  if (dated.length === 0) return null;
  const orders = new Set(dated.map(orderOf));
  const undecided = ambiguousDates(columns).filter(({ dateOrder }) => dateOrder === null);
  const [only] = orders;
  const decide = () => {
    for (const column of withDates(undecided)) {
      dispatch({ type: 'date_order', position: column.position, order: orderOf(column) });
    }
  };
  const onOpenChange = (open: boolean) => {
    if (!open && looked) decide();
    setLooked(open);
  };
  return (
    <ChipPopover
      label={t('fields.dates')}
      value={orders.size === 1 && only ? t(`fields.orders.${only}`) : t('fields.byColumn')}
      tone={undecided.length > 0 ? 'warn' : 'plain'}
      wide
      onOpenChange={onOpenChange}
    >
      {dated.map((column) => (
        <DateColumnChoice key={column.position} column={column} dispatch={dispatch} />
      ))}
    </ChipPopover>
  );
}

function DateColumnChoice({ column, dispatch }: { column: DateColumn; dispatch: Dispatch<Action> }) {
  const { t } = useTranslation('import');
  const date = useLongDate();
  const header = useHeader()(column.header, column.position);
  const { ambiguous, readings } = column.dates;
  const current = orderOf(column);
  if (!ambiguous) {
    return (
      <p className={styles.certain}>
        <b>
          <bdi>{header}</bdi>
        </b>
        <span>{t(`fields.orders.${current}`)}</span>
      </p>
    );
  }
  const [example] = readings;
  const choices = (['DMY', 'MDY'] as const).map((order) => ({
    id: order as DateOrder,
    label: example ? date(order === 'DMY' ? example.dmy : example.mdy) : t(`fields.orders.${order}`),
    text: t(`fields.orders.${order}`),
  }));
  return (
    <RadioList
      label={example ? t('fields.dateMeans', { column: header, typed: example.typed }) : header}
      choices={choices}
      value={current}
      onChange={(order) => dispatch({ type: 'date_order', position: column.position, order })}
    />
  );
}

// A calendar beside a field in which a day is typed: typing stays the quick way, the calendar is for looking. Month and year
// are chosen from lists, since a birthday is many months away.
import { parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarMonthPicker,
  CalendarYearPicker,
  Dialog,
  DialogTrigger,
  Popover,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button';
import styles from './DayPicker.module.css';
import { Select } from './Select';

/** A hundred years back and forth. */
const YEARS = 200;

type DayPickerProps = {
  /** What the day is: "Birthday". */
  label: string;
  /** `YYYY-MM-DD`; anything else counts as no day yet. */
  day: string;
  onPick: (day: string) => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** The button that opens the calendar, and the calendar. */
export function DayPicker({ label, day, onPick, isOpen, onOpenChange }: DayPickerProps) {
  const { t } = useTranslation();
  const pick = (picked: string) => {
    onOpenChange(false);
    onPick(picked);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <IconButton size="small" label={t('day.choose', { label })} icon={<CalendarDays />} />
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label={label}>
          <Days label={label} day={day} onPick={pick} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Days({ label, day, onPick }: Pick<DayPickerProps, 'label' | 'day' | 'onPick'>) {
  const { t } = useTranslation();
  return (
    <Calendar
      aria-label={label}
      autoFocus
      defaultValue={dayOf(day)}
      onChange={(date) => onPick(date.toString())}
      className={styles.calendar ?? ''}
    >
      <header className={styles.head}>
        <Button slot="previous" className={styles.step ?? ''}>
          <ChevronLeft aria-hidden="true" />
        </Button>
        <CalendarMonthPicker format="long">
          {({ items, value, onChange }) => (
            <Lists label={t('day.month')} items={items} value={Number(value)} onChange={onChange} />
          )}
        </CalendarMonthPicker>
        <CalendarYearPicker visibleYears={YEARS}>
          {({ items, value, onChange }) => (
            <Lists label={t('day.year')} items={items} value={Number(value)} onChange={onChange} />
          )}
        </CalendarYearPicker>
        <Button slot="next" className={styles.step ?? ''}>
          <ChevronRight aria-hidden="true" />
        </Button>
      </header>
      <CalendarGrid className={styles.grid ?? ''} weekdayStyle="short">
        <CalendarGridHeader>
          {(name) => <CalendarHeaderCell className={styles.weekday ?? ''}>{name}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.day ?? ''} />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

type ListsProps = {
  label: string;
  items: { id: number; formatted: string }[];
  value: number;
  onChange: (id: number) => void;
};

function Lists({ label, items, value, onChange }: ListsProps) {
  const choices = items.map(({ id, formatted }) => ({ id: String(id), label: formatted }));
  return <Select quiet label={label} choices={choices} value={String(value)} onChange={(id) => onChange(Number(id))} />;
}

function dayOf(text: string) {
  try {
    return parseDate(text);
  } catch {
    return null; // Without a year, or no day at all: the calendar begins with today.
  }
}

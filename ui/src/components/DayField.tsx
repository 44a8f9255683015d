// A day in a form: typed, or picked from the calendar beside the field.
import { type ComponentProps, useState } from 'react';
import { DayPicker } from './DayPicker';
import { TextField } from './TextField';

type DayFieldProps = Omit<ComponentProps<typeof TextField>, 'label' | 'beside' | 'rows' | 'ltr'> & {
  label: string;
  /** What is typed, as `YYYY-MM-DD` where it is a day, for the calendar to begin with. */
  day: string;
  /** A day of the calendar, as `YYYY-MM-DD`. */
  onPick: (day: string) => void;
};

export function DayField({ day, onPick, ...props }: DayFieldProps) {
  const [isPicking, setPicking] = useState(false);
  const calendar = (
    <DayPicker label={props.label} day={day} onPick={onPick} isOpen={isPicking} onOpenChange={setPicking} />
  );
  return <TextField {...props} ltr beside={calendar} />;
}

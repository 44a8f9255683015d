// A day in a form, typed in the order of the window's language or picked from the calendar.
import type { ComponentProps } from 'react';
import { DayField } from '@/components/DayField';
import { type Shape, useFormats } from './formats';

const DAY: Shape = { type: 'date', options: [], currency: null };

type TypedDayProps = Omit<ComponentProps<typeof DayField>, 'day' | 'onPick'> & {
  value: string;
  onChange: (typed: string) => void;
};

export function TypedDay({ value, onChange, ...props }: TypedDayProps) {
  const formats = useFormats();
  return (
    <DayField
      {...props}
      value={value}
      onChange={onChange}
      day={formats.kept(DAY, value)}
      onPick={(day) => onChange(formats.typed(DAY, day))}
    />
  );
}

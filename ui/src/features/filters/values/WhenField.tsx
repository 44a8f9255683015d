// A day of a condition: a date, today, or so long ago or ahead.
import { useTranslation } from 'react-i18next';
import { Select } from '@/components/Select';
import type { Unit } from '@/ipc/bindings';
import { Typed } from './Typed';
import { type Length, lengthOf, lengthText, UNITS, whenOf, whenText } from './when';

const KINDS = ['day', 'today', 'ago', 'from now'] as const;

type WhenFieldProps = { value: string; onChange: (text: string) => void };

export function WhenField({ value, onChange }: WhenFieldProps) {
  const { t } = useTranslation('filters');
  const when = whenOf(value);
  const setKind = (kind: string) => {
    if (kind === 'day') onChange('');
    else if (kind === 'today') onChange('today');
    else onChange(whenText({ kind: kind as 'ago', amount: '30', unit: 'days' }));
  };
  const words = { day: t('when.day'), today: t('today'), ago: t('when.ago'), 'from now': t('when.fromNow') };
  return (
    <>
      {'unit' in when && <LengthField value={lengthText(when)} onChange={(text) => onChange(`${text} ${when.kind}`)} />}
      <Select
        label={t('when.label')}
        quiet
        choices={KINDS.map((id) => ({ id, label: words[id] }))}
        value={when.kind}
        onChange={setKind}
      />
      {when.kind === 'day' && (
        <Typed label={t('value')} value={when.day} placeholder={t('when.hint')} onChange={onChange} />
      )}
    </>
  );
}

/** A span: how many, of which unit. */
export function LengthField({ value, onChange }: WhenFieldProps) {
  const { t } = useTranslation('filters');
  const length = lengthOf(value);
  const change = (next: Partial<Length>) => onChange(lengthText({ ...length, ...next }));
  return (
    <>
      <Typed label={t('howMany')} value={length.amount} isNumber onChange={(text) => change({ amount: text })} />
      <Select
        label={t('unit')}
        quiet
        choices={UNITS.map((id) => ({ id, label: t(`unitNames.${id}`) }))}
        value={length.unit}
        onChange={(id) => change({ unit: id as Unit })}
      />
    </>
  );
}

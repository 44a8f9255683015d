// A filter in the words of the window's language, for chips and explanations: "Country is Spain", "Created in the last 30
// days". What it says of fields and operators is what the builder says of them.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLongDate } from '@/components/numbers';
import type { Filter, FilterField, Span, Unit, Value } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { type Operator, operatorOf, wordsOf } from './operators';
import { useFilterWords } from './useFilterWords';
import { useValueWords } from './useValueWords';

const NO_FIELDS: FilterField[] = [];

/** The values of a condition as words, given how each kind of value is written. */
function valuesOf(filter: Filter): (Value | Span | string)[] {
  switch (filter.kind) {
    case 'compare':
      return [filter.value];
    case 'contains':
    case 'starts':
    case 'matches':
      return [filter.text];
    case 'in':
      return filter.values;
    case 'between':
      return [filter.from, filter.to];
    case 'within':
    case 'anniversary':
      return [filter.span];
    case 'count':
      return [String(filter.number)];
    default:
      return [];
  }
}

export function useConditionText(): (filter: Filter) => string {
  const { t, i18n } = useTranslation('filters');
  const { fieldName } = useFilterWords();
  const valueText = useValueText();
  const fields = useAsk('filter_fields', {}).data?.fields ?? NO_FIELDS;

  return useCallback(
    (filter: Filter) => {
      const list = (type: 'conjunction' | 'disjunction', texts: string[]) =>
        new Intl.ListFormat(i18n.language, { type }).format(texts);
      const said = (part: Filter, isInner = true): string => {
        if (part.kind === 'not') return t('not', { operator: said(part.part) });
        if (part.kind === 'all' || part.kind === 'any') {
          const text = list(
            part.kind === 'all' ? 'conjunction' : 'disjunction',
            part.parts.map((one) => said(one)),
          );
          return isInner ? `(${text})` : text;
        }
        const operator: Operator = operatorOf(part);
        const code = 'field' in part ? part.field : null;
        const type = part.kind === 'between' ? 'conjunction' : 'disjunction';
        const field = fields.find((one) => one.code === code);
        const values = valuesOf(part).map((value) => valueText(field, value));
        const name = code === null ? t('search') : field ? fieldName(field) : code;
        return t('condition', {
          field: name,
          operator: t(`operators.${wordsOf(operator)}`),
          value: list(type, values),
        }).trim();
      };
      return said(filter, false);
    },
    [t, i18n, fields, fieldName, valueText],
  );
}

/** A value of a condition in words; spans and relative days with their unit. */
function useValueText(): (field: FilterField | undefined, value: Value | Span | string) => string {
  const { t } = useTranslation('filters');
  const wordsOf = useValueWords();
  const date = useLongDate();
  return useCallback(
    (field: FilterField | undefined, value: Value | Span | string) => {
      const span = (count: number, unit: Unit) => t(`units.${unit}`, { count });
      if (typeof value === 'string') return value;
      if (!('kind' in value)) return span(value.amount, value.unit);
      switch (value.kind) {
        case 'number':
          return String(value.number);
        case 'day':
          return date(value.day);
        case 'relative': {
          const { amount, unit } = value;
          if (amount === 0) return t('today');
          return amount < 0 ? t('ago', { span: span(-amount, unit) }) : t('fromNow', { span: span(amount, unit) });
        }
        case 'yes':
        case 'no':
          return t(value.kind);
        case 'text':
          return wordsOf(field, value.text);
      }
    },
    [t, wordsOf, date],
  );
}

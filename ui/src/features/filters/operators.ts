// The operators that the builder offers for a field, and what is typed behind each.
import type { Comparison, Filter, FilterField } from '@/ipc/bindings';

/** In their order in the menu; those that the core names for a field, with `has`, `count` and the sides of `within`. */
export function operatorsOf(field: FilterField): string[] {
  const operators = field.operators.flatMap((operator) => {
    if (operator === 'within') return ['within last', 'within next', 'within'];
    return operator === 'anniversary' ? ['anniversary within'] : [operator];
  });
  const has = field.has ? ['has'] : [];
  const counts = field.count ? ['count >=', 'count =', 'count <='] : [];
  return [...operators, ...has, ...counts];
}

export function firstOperator(field: FilterField): string {
  return operatorsOf(field)[0] ?? 'has';
}

/** How many values an operator takes: none, one, two, or any number. */
export function arity(operator: string): 0 | 1 | 2 | 'many' {
  if (operator === 'has') return 0;
  if (operator === 'between') return 2;
  return operator === 'in' ? 'many' : 1;
}

const SPAN = '30 days';
const isSpan = (text: string) => /^\d+ (day|week|month|year)s?$/.test(text);

/** The values as they fit another operator. */
export function fitted(values: string[], operator: string): string[] {
  const most = arity(operator);
  if (most === 0) return [];
  if (operator.includes('within')) return [values.find(isSpan) ?? SPAN];
  const some = (values.length > 0 ? values : ['']).map((text) => (isSpan(text) ? '' : text));
  if (most === 'many') return some;
  return Array.from({ length: most }, (_, index) => some[index] ?? '');
}

const KEYS = {
  '=': 'equal',
  '!=': 'unequal',
  '<': 'less',
  '<=': 'atMost',
  '>': 'more',
  '>=': 'atLeast',
  contains: 'contains',
  starts: 'starts',
  in: 'in',
  between: 'between',
  within: 'within',
  'within last': 'withinLast',
  'within next': 'withinNext',
  'anniversary within': 'anniversary',
  has: 'has',
  'count >=': 'countAtLeast',
  'count =': 'countEqual',
  'count <=': 'countAtMost',
  'count >': 'countMore',
  'count <': 'countLess',
  'count !=': 'countUnequal',
  matches: 'matches',
} as const;

/** An operator as the text form writes it, with the side of `within`. */
export type Operator = keyof typeof KEYS;

/** The key of an operator's words. */
export const wordsOf = (operator: string) => KEYS[operator as Operator] ?? 'equal';

const SIGNS = {
  equal: '=',
  unequal: '!=',
  less: '<',
  at_most: '<=',
  more: '>',
  at_least: '>=',
} as const satisfies Record<Comparison, Operator>;

type Condition = Exclude<Filter, { kind: 'all' | 'any' | 'not' }>;

/** The operator of a condition. */
export function operatorOf(condition: Condition): Operator {
  switch (condition.kind) {
    case 'compare':
      return SIGNS[condition.op];
    case 'count':
      return `count ${SIGNS[condition.op]}`;
    case 'within':
      return condition.side === 'either' ? 'within' : `within ${condition.side}`;
    case 'anniversary':
      return 'anniversary within';
    default:
      return condition.kind;
  }
}

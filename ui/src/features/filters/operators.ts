// The operators that the builder offers for a field, and what is typed behind each.
import type { FilterField } from '@/ipc/bindings';

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

/** The values as they fit another operator. */
export function fitted(values: string[], operator: string): string[] {
  const most = arity(operator);
  if (most === 0) return [];
  const some = values.length > 0 ? values : [''];
  if (most === 'many') return some;
  return Array.from({ length: most }, (_, index) => some[index] ?? '');
}

const KEYS: Record<string, string> = {
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
};

/** The key of an operator's words. */
export const wordsOf = (operator: string) => KEYS[operator] ?? 'equal';

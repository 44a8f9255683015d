// Filters in the double: a small reader of the text form, and what it means for a contact.
import type { Contact, Filter, Mistake } from '../bindings';

type Read = { tree: Filter; mistake: null } | { tree: null; mistake: Mistake };
const TOKEN = /\s*(\(|\)|,|!=|<=|>=|=|<|>|"(?:[^"\\]|\\.)*"|[^\s(),=<>"]+)/y;
const OPS = { '=': 'equal', '!=': 'unequal', '<': 'less', '<=': 'at_most', '>': 'more', '>=': 'at_least' } as const;

/** Reads comparisons, `has`, `contains`, `starts`, `in`, brackets, `and`, `or`, `not`; anything else is a mistake. */
export function readFilter(text: string): Read {
  const tokens: { text: string; at: number }[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match?.[1]; match = TOKEN.exec(text))
    tokens.push({ text: match[1], at: TOKEN.lastIndex - match[1].length });
  let at = 0;
  const next = () => tokens[at]?.text ?? '';
  const fail = (expected: Mistake['expected']): never => {
    const token = tokens[at];
    throw {
      position: (token?.at ?? text.length) + 1,
      length: token?.text.length ?? 0,
      expected,
      found: token?.text ?? '',
    };
  };
  const accept = (word: string) => next() === word && Boolean(++at);
  const value = () => {
    const token = next();
    if (!token || /^[(),=<>]/.test(token)) fail({ what: 'text' });
    at += 1;
    return token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token;
  };
  const textValue = () => ({ kind: 'text' as const, text: value() });
  const one = (): Filter => {
    if (accept('not')) return { kind: 'not', part: one() };
    if (accept('(')) {
      const inner = any();
      if (!accept(')')) fail({ what: 'and_or', bracket: true });
      return inner;
    }
    if (accept('has')) return { kind: 'has', field: value() };
    if (accept('matches')) return { kind: 'matches', text: value() };
    if (!next()) fail({ what: 'condition' });
    const name = value();
    const operator = next();
    at += 1;
    if (operator in OPS) return { kind: 'compare', field: name, op: OPS[operator as '='], value: textValue() };
    if (operator === 'contains' || operator === 'starts') return { kind: operator, field: name, text: value() };
    if (operator === 'in' && accept('(')) {
      const values = [textValue()];
      while (accept(',')) values.push(textValue());
      if (!accept(')')) fail({ what: 'list_goes_on' });
      return { kind: 'in', field: name, values };
    }
    at -= 1;
    return fail({ what: 'operator', operators: [...Object.keys(OPS), 'contains', 'starts', 'in'] });
  };
  const joined = (word: 'and' | 'or', part: () => Filter): Filter => {
    const parts = [part()];
    while (accept(word)) parts.push(part());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: word === 'and' ? 'all' : 'any', parts };
  };
  const all = () => joined('and', one);
  const any = (): Filter => joined('or', all);
  if (tokens.length === 0) return { tree: { kind: 'all', parts: [] }, mistake: null };
  try {
    const tree = any();
    if (at < tokens.length) fail({ what: 'and_or', bracket: false });
    return { tree, mistake: null };
  } catch (mistake) {
    return { tree: null, mistake: mistake as Mistake };
  }
}

export function held(contact: Contact, name: string): string[] {
  const points = (kind: string) => contact.points.filter((point) => point.kind === kind).map((point) => point.value);
  const parts: Record<string, (string | null)[]> = {
    name: [contact.name],
    email: points('email'),
    phone: points('phone'),
    website: points('website'),
    city: contact.addresses.map(({ city }) => city),
    country: contact.addresses.map(({ country }) => country),
    organization: contact.organizations.map((organization) => organization.name),
    group: contact.groups,
    tag: contact.tags,
    active: [contact.active ? 'yes' : 'no'],
  };
  return (parts[name] ?? []).flatMap((text) => (text ? [text.toLowerCase()] : []));
}

/** Whether a contact meets a filter, as far as the double reads it. */
export function meets(contact: Contact, filter: Filter): boolean {
  const some = (name: string, test: (text: string) => boolean) => held(contact, name).some(test);
  switch (filter.kind) {
    case 'all':
      return filter.parts.every((part) => meets(contact, part));
    case 'any':
      return filter.parts.some((part) => meets(contact, part));
    case 'not':
      return !meets(contact, filter.part);
    case 'has':
      return held(contact, filter.field).length > 0;
    case 'contains':
      return some(filter.field, (text) => text.includes(filter.text.toLowerCase()));
    case 'starts':
      return some(filter.field, (text) => text.startsWith(filter.text.toLowerCase()));
    case 'in':
      return filter.values.some(
        (value) => value.kind === 'text' && some(filter.field, (text) => text === value.text.toLowerCase()),
      );
    case 'compare': {
      const { value } = filter;
      const equal = value.kind === 'text' && some(filter.field, (text) => text === value.text.toLowerCase());
      return filter.op === 'unequal' ? !equal : equal;
    }
    default:
      return true;
  }
}

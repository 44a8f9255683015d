// Groups in the double, filled by hand or by a filter, and the fields that filters ask about.
import type { FilterField, FilterShape, Group } from '../bindings';
import { readFilter } from './filters';
import type { Handlers } from './handlers';
import { type DoubleState, groupId } from './state';

const EVERYONE = {
  search: '',
  group: null,
  batch: null,
  filter: '',
  sort: { field: 'name' as const, descending: false },
};
const TEXT = ['=', '!=', 'contains', 'starts', 'in', 'between'];
const DATE = ['=', '<', '>', 'within', 'between'];

function field(code: string, shape: FilterShape, operators: string[], more: Partial<FilterField> = {}): FilterField {
  return { code, label: null, shape, operators, values: [], has: true, count: false, ...more };
}

function fields(groups: Group[]): FilterField[] {
  return [
    field('name', 'text', TEXT),
    field('email', 'text', TEXT, { count: true }),
    field('phone', 'text', TEXT, { count: true }),
    field('status_email', 'words', ['=', '!='], { values: ['active', 'opted_out', 'invalid'] }),
    field('city', 'text', TEXT),
    field('work_city', 'text', TEXT),
    field('country', 'text', TEXT),
    field('organization', 'text', TEXT),
    field('group', 'group', ['=', '!=', 'in'], { values: groups.map(({ name }) => name), count: true }),
    field('tag', 'text', TEXT, { count: true }),
    field('birthday', 'date', [...DATE, 'anniversary']),
    field('created', 'date', DATE),
    field('active', 'yes_no', ['=', '!='], { has: false }),
    field('shoe_size', 'number', ['=', '<', '>', 'between'], { label: 'Shoe size' }),
  ];
}

/** The groups that contacts name, and those that were made on the page. */
export function groups(state: DoubleState): Group[] {
  const counts = new Map<string, number>();
  const ids = state.list(EVERYONE).slice(0, 5000);
  for (const id of ids)
    for (const name of state.contact(id)?.groups ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isMade = (name: string) => state.groups.some((one) => one.name === name);
  const byName = [...counts]
    .filter(([name]) => !isMade(name))
    .map(([name, total]) => group({ id: groupId(name), name, total, active: Math.round(total * 0.93) }));
  const own = state.groups.map((one) => {
    const inIt = ids.filter((id) => {
      const contact = state.contact(id);
      return contact && state.isInGroup(contact, one.id);
    });
    const pins = [...(state.pins.get(one.id)?.values() ?? [])];
    const [included, excluded] = (['include', 'exclude'] as const).map((pin) => pins.filter((p) => p === pin).length);
    return { ...one, total: inIt.length, active: inIt.length, included: included ?? 0, excluded: excluded ?? 0 };
  });
  return [...byName, ...own].sort((a, b) => a.name.localeCompare(b.name));
}

export function group(parts: Partial<Group>): Group {
  return {
    id: 0,
    name: '',
    category: null,
    type: 'general',
    kind: 'static',
    active: 0,
    total: 0,
    created: '2026-11-01T09:00:00Z',
    description: null,
    filter: null,
    problem: null,
    included: 0,
    excluded: 0,
    ...parts,
  };
}

export const groupQuestions: Handlers = {
  groups_list: (state) => ({ groups: groups(state) }),
  filter_fields: (state) => ({ fields: fields(groups(state)) }),
  filter_read: (_state, { text }) => ({ text, ...readFilter(text) }),
};

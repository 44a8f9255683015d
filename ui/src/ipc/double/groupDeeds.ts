// What is done with groups in the double, and why a contact is in one.
import type { Contact, ContactsQuery, Filter, Group, Part, Pin, Who } from '../bindings';
import { resolve } from './contacts';
import { held, meets, readFilter } from './filters';
import { group, groups } from './groups';
import type { Handlers } from './handlers';
import { type DoubleState, groupId } from './state';

const EVERYONE: ContactsQuery = {
  search: '',
  group: null,
  batch: null,
  filter: '',
  sort: { field: 'name', descending: false },
};

function groupOf(state: DoubleState, id: number): Group {
  return groups(state).find((one) => one.id === id) ?? group({ id });
}

/** Who is meant, and the values that name nobody. */
type Meant = { ids: number[]; unknown: string[] };

function whom(state: DoubleState, who: Who): Meant {
  if (who.kind === 'selection') return { ids: resolve(state, who.selection), unknown: [] };
  if (who.kind === 'query') return { ids: state.list(who.query), unknown: [] };
  return who.source.kind === 'text' ? listed(state, who.source.text) : { ids: [1, 2], unknown: [] };
}

/** Whoever has one of the values as it is typed. */
function listed(state: DoubleState, text: string): Meant {
  const owners = new Map<string, number>();
  for (const id of state.list(EVERYONE)) for (const { value } of state.contact(id)?.points ?? []) owners.set(value, id);
  const values = text.split(/[\n,;]/).flatMap((value) => value.trim() || []);
  return {
    ids: [...new Set(values.flatMap((value) => owners.get(value) ?? []))],
    unknown: values.filter((value) => !owners.has(value)),
  };
}

function pin(state: DoubleState, id: number, who: Who, to: Pin) {
  const { ids, unknown } = whom(state, who);
  const pins = state.pins.get(id) ?? new Map<number, Pin>();
  for (const contact of ids) to === 'none' ? pins.delete(contact) : pins.set(contact, to);
  state.pins.set(id, pins);
  return assigned(state.write('group_pin', new Map()).batch, ids.length, unknown);
}

function assigned(batch: number, changed: number, unknown: string[]) {
  const told = { unknown: unknown.length, unknown_values: unknown };
  return { batch: changed > 0 ? batch : null, contacts: changed, changed, ...told };
}

/** Puts contacts into a group that is filled by hand, or takes them out. */
function move(state: DoubleState, id: number, who: Who, isIn: boolean) {
  const { name } = groupOf(state, id);
  const { ids, unknown } = whom(state, who);
  const changed = ids.flatMap((contact): [number, Contact][] => {
    const old = state.contact(contact);
    if (!old) return [];
    const others = old.groups.filter((other) => other !== name);
    return [[contact, { ...old, groups: isIn ? [...others, name] : others }]];
  });
  const { batch } = state.write(isIn ? 'group_assign' : 'group_unassign', new Map(changed));
  return assigned(batch, ids.length, unknown);
}

function add(state: DoubleState, parts: Partial<Group> & { name: string }) {
  const one = group({ ...parts, id: groupId(parts.name), kind: parts.filter ? 'dynamic' : 'static' });
  if (one.category && !state.categories.includes(one.category)) state.categories.push(one.category);
  state.groups.push(one);
  return { group: one, batch: state.write('group_create', new Map()).batch };
}

function done(state: DoubleState, operation: string) {
  return { batch: state.write(operation, new Map()).batch, count: 0 };
}

function explain(contact: Contact, filter: Filter): Part {
  const isCondition = !['all', 'any', 'not'].includes(filter.kind);
  const inner = filter.kind === 'all' || filter.kind === 'any' ? filter.parts : [];
  const parts = filter.kind === 'not' ? [filter.part] : inner;
  return {
    kind: isCondition ? 'condition' : (filter.kind as 'all'),
    text: '',
    condition: isCondition ? filter : null,
    holds: meets(contact, filter),
    values: 'field' in filter ? held(contact, filter.field) : [],
    parts: parts.map((part) => explain(contact, part)),
  };
}

export const groupHandlers: Handlers = {
  group_get: (state, { id }) => groupOf(state, id),
  group_create: (state, input) => add(state, { ...input, type: input.type ?? 'general', filter: input.filter ?? null }),
  group_edit: (state, { id, ...input }) => {
    const told = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
    const old = state.madeGroup(id);
    if (old) Object.assign(old, told);
    return { group: groupOf(state, id), batch: state.write('group_edit', new Map()).batch };
  },
  groups_delete: (state, { ids }) => {
    state.groups = state.groups.filter(({ id }) => !ids.includes(id));
    return { batch: state.write('groups_delete', new Map()).batch, count: ids.length };
  },
  group_assign: (state, { group: id, who }) =>
    groupOf(state, id).kind === 'dynamic' ? pin(state, id, who, 'include') : move(state, id, who, true),
  group_unassign: (state, { group: id, who }) =>
    groupOf(state, id).kind === 'dynamic' ? pin(state, id, who, 'exclude') : move(state, id, who, false),
  group_pin: (state, { group: id, who, pin: to }) => pin(state, id, who, to),
  group_pins: (state, { group: id, limit }) => {
    const { included, excluded } = groupOf(state, id);
    const contacts = [...(state.pins.get(id) ?? [])].slice(0, limit).map(([contact, to]) => {
      return { contact, name: state.contact(contact)?.name ?? '', pin: to, archived: false };
    });
    return { included, excluded, contacts };
  },
  group_why: (state, { group: id, contact }) => {
    const { kind, filter } = groupOf(state, id);
    const held = state.contact(contact) as Contact;
    const tree = filter ? readFilter(filter).tree : null;
    const explained = tree ? explain(held, tree) : null;
    return { is_in: state.isInGroup(held, id), kind, pin: state.pinOf(id, contact), gone: false, filter: explained };
  },
  contact_groups: (state, { id }) => {
    const held = state.contact(id) as Contact;
    const told = groups(state).map((one) => {
      const is_in = state.isInGroup(held, one.id);
      return { id: one.id, name: one.name, kind: one.kind, is_in, pin: state.pinOf(one.id, id) };
    });
    return { groups: told.filter(({ is_in, pin: to }) => is_in || to !== 'none') };
  },
  group_categories: (state) => {
    const used = groups(state);
    const counted = (name: string) => used.filter(({ category }) => category === name).length;
    return { categories: state.categories.map((name) => ({ id: groupId(name), name, groups: counted(name) })) };
  },
  group_category_add: (state, { name }) => {
    state.categories = [...state.categories, name.trim()];
    return done(state, 'group_category_add');
  },
  group_category_rename: (state, { id, name }) => {
    const old = state.categories.find((other) => groupId(other) === id);
    state.categories = state.categories.map((other) => (other === old ? name : other));
    for (const one of state.groups) if (one.category === old) one.category = name;
    return done(state, 'group_category_rename');
  },
  group_category_delete: (state, { id }) => {
    state.categories = state.categories.filter((name) => groupId(name) !== id);
    return done(state, 'group_category_delete');
  },
  group_categories_arrange: (state, { ids }) => {
    state.categories = [...state.categories].sort((a, b) => ids.indexOf(groupId(a)) - ids.indexOf(groupId(b)));
    return done(state, 'group_categories_arrange');
  },
  group_duplicate: (state, { id, name }) => add(state, { ...groupOf(state, id), name }),
  groups_merge: (state, { into, from }) => {
    state.groups = state.groups.filter(({ id }) => !from.includes(id));
    return { group: groupOf(state, into), batch: state.write('groups_merge', new Map()).batch };
  },
  groups_combine: (state, { group: input, of, live }) => {
    const names = of.map((id) => `"${groupOf(state, id).name}"`);
    return add(state, { ...input, type: 'general', filter: live ? `group in (${names.join(', ')})` : null });
  },
};

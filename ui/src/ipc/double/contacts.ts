// The double's answers about contacts: pages, one contact, edits, deletes, undo.
import type { Cell, Contact, ContactRow, Selection, Undone } from '../bindings';
import { Failure } from '../failure';
import { applyEdit, setField } from './edits';
import { groups } from './groups';

import type { Handlers } from './handlers';
import { memberCount } from './members';
import type { DoubleState } from './state';

function rowOf(contact: Contact, columns: string[]): ContactRow {
  const cell = (kind: string) => {
    const point = contact.points.find((candidate) => candidate.kind === kind);
    return point ? { value: point.value, status: point.status } : null;
  };
  return {
    id: contact.id,
    name: contact.name,
    organization: contact.organizations[0]?.name ?? null,
    phone: cell('phone'),
    email: cell('email'),
    groups: contact.groups,
    created: contact.created,
    deleted: contact.deleted,
    active: contact.active,
    cells: Object.fromEntries(columns.flatMap((code) => cellOf(contact, code))),
  };
}

/** What a contact holds in a column, as a pair for its row; nothing where it is empty. */
function cellOf(contact: Contact, code: string): [string, Cell][] {
  const [main] = contact.organizations;
  const [kind, label] = code.split('_');
  const point = contact.points.find((other) => other.kind === kind && other.label === label);
  if (point) return [[code, { text: point.value, status: point.status }]];
  const held: Record<string, unknown> = {
    ...contact.addresses[0],
    ...contact.fields,
    ...contact,
    job_title: main?.title ?? contact.job_title,
  };
  const value = held[code];
  const text = Array.isArray(value) ? value.join(', ') : value === true ? 'yes' : String(value || '');
  return text ? [[code, { text, status: null }]] : [];
}

export function find(state: DoubleState, id: number): Contact {
  const contact = state.contact(id);
  if (!contact) throw new Failure('not_found', `There is no contact ${id}.`, null, { what: 'contact', id: String(id) });
  return contact;
}

export function resolve(state: DoubleState, selection: Selection): number[] {
  if (selection.kind === 'ids') return selection.ids;
  if (selection.generation !== state.generation) throw new Failure('list_changed', 'The list has changed.');
  const list = state.list(selection.query);
  return selection.ranges.flatMap(([from, to]) => list.slice(from, to));
}

export function create(state: DoubleState, fields: { field: string; value: string }[]): Contact {
  const blank = { ...(state.contact(1) as Contact) };
  const id = state.nextId();
  const empty: Contact = {
    ...blank,
    id,
    name: '',
    first_name: null,
    last_name: null,
    full_name: null,
    points: [],
    organizations: [],
    groups: [],
    tags: [],
    addresses: [],
    created: new Date().toISOString(),
    changed: new Date().toISOString(),
    created_batch: 0,
  };
  const contact = fields.reduce((made, { field, value }) => setField(made, field, value), empty);
  return { ...contact, active: contact.points.length > 0 };
}

const NO_OTHERS = { organizations: 0, fields: 0, groups: 0, tags: 0, views: 0 };

function move(state: DoubleState, from: 'done' | 'undone'): Undone {
  const to = from === 'done' ? 'undone' : 'done';
  const last = state[from].pop();
  if (!last) throw new Failure(from === 'done' ? 'nothing_to_undo' : 'nothing_to_redo', 'There is nothing left.');
  state[to].push(last);
  state.put(from === 'done' ? last.before : last.after);
  if (last.fields) state.fields = last.fields[from === 'done' ? 'before' : 'after'];
  last.batch.undone_by = from === 'done' ? last.batch.batch : null;
  return {
    batch: last.batch.batch,
    operation: last.batch.operation,
    reversed: last.before.size,
    others: NO_OTHERS,
    without_organization: 0,
    kept: [],
  };
}

export const contactHandlers: Handlers = {
  workspace_info: (state) => {
    const all = state.list({
      search: '',
      group: null,
      batch: null,
      filter: '',
      sort: { field: 'created', descending: true },
    });
    const stats = {
      contacts: all.length,
      active: all.length,
      unreachable: 0,
      organizations: 86,
      members: memberCount(state),
      groups: groups(state).length,
      opt_outs: 61,
      trash: state.inPlace('trash'),
      archived: state.inPlace('archive'),
    };
    return {
      path: '/home/office/Roster/office.roster',
      name: 'office',
      stats,
      settings: state.settings,
      can_undo: state.done.at(-1)?.batch.operation ?? null,
      can_redo: state.undone.at(-1)?.batch.operation ?? null,
    };
  },
  settings_set: (state, settings) => {
    state.settings = settings;
    return settings;
  },
  contacts_page: (state, { query, offset, limit, columns = [] }) => {
    const ids = state.list(query);
    const rows = ids.slice(offset, offset + limit).map((id) => rowOf(find(state, id), columns));
    return { total: ids.length, generation: state.generation, rows };
  },
  contact_position: (state, { query, id }) => {
    const index = state.list(query).indexOf(id);
    return { index: index < 0 ? null : index };
  },
  contact_get: (state, { id }) => find(state, id),
  contact_create: (state, { set: fields }) => {
    const contact = create(state, fields);
    const { batch } = state.write('contact_create', new Map([[contact.id, contact]]));
    return { contact, batch, warnings: [] };
  },
  contact_edit: (state, { id, edits }) => {
    const contact = edits.reduce(applyEdit, find(state, id));
    const { batch } = state.write('contact_edit', new Map([[id, contact]]));
    return { contact, batch, warnings: [] };
  },
  undo: (state) => move(state, 'done'),
  redo: (state) => move(state, 'undone'),
  batches: (state, { imports_only }) => ({ batches: state.batches.filter((batch) => !imports_only || batch.import) }),
};

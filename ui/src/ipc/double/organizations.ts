// The double's answers about organizations. They are those that the contacts name, made the first time they are asked for;
// each change keeps the whole list under its batch, so that what is undone in the state is undone here too.
import type {
  Contact,
  Organization,
  OrganizationChanged,
  OrganizationRow,
  OrganizationSelection,
  OrganizationStep,
  OrganizationsQuery,
  PointCell,
} from '../bindings';
import { Failure } from '../failure';
import { find } from './contacts';
import type { Handlers } from './handlers';
import type { DoubleState } from './state';

type Versions = { first: Organization[]; byBatch: Map<number, Organization[]> };

const versions = new WeakMap<DoubleState, Versions>();

/** Contacts looked at: enough to meet every organization. */
const LOOKED_AT = 400;

const KINDS = ['account', 'account', 'lead', 'account', 'agency'] as const;
const OWNERS = ['Dana', 'Mia', null, 'Yael'];
const CITIES = ['Haifa', 'Leeds', 'Sevilla', 'Oslo', null];

function contactsOf(state: DoubleState): Contact[] {
  const query = {
    search: '',
    group: null,
    batch: null,
    filter: '',
    sort: { field: 'created' as const, descending: true },
  };
  return state
    .list(query as never)
    .slice(0, LOOKED_AT)
    .map((id) => state.contact(id))
    .filter((contact): contact is Contact => contact !== null);
}

function make(name: string, index: number): Organization {
  const kind = KINDS[index % KINDS.length] ?? 'account';
  const domain = `${name.replace(/[^a-z]/gi, '').toLowerCase() || 'office'}.example`;
  const city = CITIES[index % CITIES.length] ?? null;
  const point = (id: number, of: string, value: string) => ({
    id: (index + 1) * 10 + id,
    kind: of,
    label: null,
    value,
    normalized: value,
    status: 'active' as const,
    primary: true,
    source: null,
  });
  const points = [point(1, 'phone', `+44 161 496 0${100 + index}`), point(2, 'website', `https://${domain}`)];
  const address = {
    id: (index + 1) * 10,
    label: 'physical',
    street: `${index + 3} Harbour Street`,
    street2: null,
    city,
    region: null,
    postcode: null,
    country: 'GB',
    full_address: null,
    primary: true,
    organization_id: null,
    organization: null,
  };
  return {
    id: index + 1,
    uid: `0190-o-${index + 1}`,
    kind,
    name,
    number: index % 3 === 0 ? `K-10${40 + index}` : null,
    industry: index % 4 === 0 ? 'Trade' : null,
    size: null,
    owner: OWNERS[index % OWNERS.length] ?? null,
    notes: null,
    parent_id: null,
    above: [],
    children: 0,
    points: index % 2 === 0 ? [...points, point(3, 'email', `office@${domain}`)] : points,
    addresses: city ? [address] : [],
    contacts: 0,
    fields: {},
    created: '2026-11-02T09:00:00Z',
    changed: '2026-11-02T09:00:00Z',
    created_batch: 7,
    deleted: null,
  };
}

/** The organizations as they were first, and after each batch that changed them. */
export function held(state: DoubleState): Versions {
  const known = versions.get(state);
  if (known) return known;
  const names = new Set(contactsOf(state).flatMap(({ organizations }) => organizations.map(({ name }) => name)));
  const first = [...names].map(make).map((one, index) => (index === 3 || index === 5 ? { ...one, parent_id: 2 } : one));
  const made = { first, byBatch: new Map() };
  versions.set(state, made);
  return made;
}

/** The organizations as they are after what stands, with their counts. */
function all(state: DoubleState): Organization[] {
  const { first, byBatch } = held(state);
  const latest = state.done.findLast(({ batch }) => byBatch.has(batch.batch));
  const list = (latest && byBatch.get(latest.batch.batch)) ?? first;
  const counts = new Map<string, number>();
  for (const { organizations } of contactsOf(state))
    for (const { name } of organizations) counts.set(name, (counts.get(name) ?? 0) + 1);
  return list.map((one) => ({
    ...one,
    contacts: counts.get(one.name) ?? 0,
    children: list.filter(({ parent_id, deleted }) => parent_id === one.id && !deleted).length,
    above: aboveOf(list, one),
  }));
}

function aboveOf(list: Organization[], one: Organization): Organization['above'] {
  const parent = list.find(({ id }) => id === one.parent_id);
  return parent ? [...aboveOf(list, parent), { id: parent.id, kind: parent.kind, name: parent.name }] : [];
}

export function get(state: DoubleState, id: number): Organization {
  const one = all(state).find((candidate) => candidate.id === id && !candidate.deleted);
  if (!one) throw new Failure('not_found', `There is no organization ${id}.`, null, { what: 'organization', id });
  return one;
}

function refuse(field: string, message: string): never {
  throw new Failure('invalid', message, null, { fields: [{ field, message }] });
}

/** Keeps the list after a change of some of its organizations; gives the batch. */
function keep(state: DoubleState, operation: string, changed: Organization[], contacts = new Map<number, Contact>()) {
  const ids = new Set(changed.map(({ id }) => id));
  const next = [...all(state).filter(({ id }) => !ids.has(id)), ...changed];
  const { batch } = state.write(operation, contacts);
  held(state).byBatch.set(batch, next);
  return batch;
}

function cell(one: Organization, kind: string): PointCell | null {
  const point = one.points.find((candidate) => candidate.kind === kind);
  return point ? { value: point.value, status: point.status } : null;
}

function rowOf(one: Organization): OrganizationRow {
  const { id, kind, name, number, contacts, parent_id, industry, size, owner, created } = one;
  return {
    ...{ id, kind, name, number, contacts, parent_id, industry, size, owner, created },
    parent: one.above.at(-1)?.name ?? null,
    phone: cell(one, 'phone'),
    email: cell(one, 'email'),
    website: cell(one, 'website')?.value ?? null,
    city: one.addresses[0]?.city ?? null,
    country: one.addresses[0]?.country ?? null,
    cells: Object.fromEntries(Object.entries(one.fields).map(([code, text]) => [code, { text, status: null }])),
  };
}

function list(state: DoubleState, { search, kind, trash, sort }: OrganizationsQuery): OrganizationRow[] {
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (one: Organization) => {
    const text = [one.name, one.number, one.owner, ...one.points.map(({ value }) => value)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word)) && (!kind || one.kind === kind) && !one.deleted === !trash;
  };
  const field = sort?.field === 'changed' ? 'created' : (sort?.field ?? 'name');
  const key = (row: OrganizationRow) => {
    const value = field in row ? row[field as 'name' | 'phone'] : (row.cells[field]?.text ?? null);
    return typeof value === 'object' ? (value?.value ?? '\uffff') : String(value ?? '\uffff');
  };
  const collator = new Intl.Collator(undefined, { numeric: true });
  const sign = sort?.descending ? -1 : 1;
  return all(state)
    .filter(matches)
    .map(rowOf)
    .sort((a, b) => sign * collator.compare(key(a), key(b)) || collator.compare(a.name, b.name));
}

/** Removes organizations in the trash for good, all of them unless some are chosen. */
export function removeOrganizations(state: DoubleState, selection: OrganizationSelection | null) {
  const chosen = selection && new Set(resolve(state, selection));
  const isGone = ({ id, deleted }: Organization) => deleted !== null && (chosen === null || chosen.has(id));
  const before = all(state);
  const first = before.filter((one) => !isGone(one));
  versions.set(state, { first, byBatch: new Map() });
  const count = before.length - first.length;
  return { count, organizations: count, with_orders: 0, files: 0 };
}

function resolve(state: DoubleState, selection: OrganizationSelection): number[] {
  if (selection.kind === 'ids') return selection.ids;
  if (selection.generation !== state.generation) throw new Failure('list_changed', 'The list has changed.');
  const rows = list(state, selection.query);
  return selection.ranges.flatMap(([from, to]) => rows.slice(from, to)).map(({ id }) => id);
}

export function setField(state: DoubleState, one: Organization, field: string, value: string): Organization {
  if (field === 'name' && !value) refuse('name', 'An organization needs a name.');
  if (field === 'parent') {
    const parent = value ? get(state, Number(value)) : null;
    if (parent && [parent.id, ...parent.above.map(({ id }) => id)].includes(one.id))
      refuse('parent', 'That organization stands below this one: the hierarchy would be a circle.');
    return { ...one, parent_id: parent?.id ?? null };
  }
  const [of = ''] = field.split('_');
  if (['phone', 'email', 'fax', 'website', 'skype', 'facebook', 'x', 'linkedin', 'instagram'].includes(of)) {
    const kind = ['phone', 'email', 'fax', 'website'].includes(of) ? of : 'social';
    return addPoint(one, kind, field.split('_')[1] ?? null, value);
  }
  if (field in one) return { ...one, [field]: value || null };
  return { ...one, fields: { ...one.fields, [field]: value } };
}

function addPoint(one: Organization, kind: string, label: string | null, value: string): Organization {
  const id = Math.max(one.id * 10, ...one.points.map((point) => point.id)) + 1;
  const primary = !one.points.some((point) => point.kind === kind);
  const added = { id, kind, label, value, normalized: value, status: 'active' as const, primary, source: null };
  return { ...one, points: [...one.points, added] };
}

function apply(state: DoubleState, one: Organization, step: OrganizationStep): Organization {
  switch (step.kind) {
    case 'set':
      return setField(state, one, step.field, step.value);
    case 'seen':
      return apply(state, one, step.edit);
    case 'add_point':
      return addPoint(one, step.point_kind, step.label, step.value);
    case 'point': {
      const edited = one.points.map((p) =>
        p.id === step.point ? { ...p, value: step.value, normalized: step.value } : p,
      );
      return { ...one, points: edited.filter(({ value }) => value) };
    }
    case 'primary': {
      const kind = one.points.find(({ id }) => id === step.point)?.kind;
      return {
        ...one,
        points: one.points.map((p) => (p.kind === kind ? { ...p, primary: p.id === step.point } : p)),
      };
    }
    case 'address':
      return {
        ...one,
        addresses: one.addresses.map((a) => (a.id === step.address ? { ...a, [step.part]: step.value || null } : a)),
      };
    default:
      return one;
  }
}

export function answer(state: DoubleState, operation: string, changed: Organization): OrganizationChanged {
  const batch = keep(state, operation, [changed]);
  return { organization: get(state, changed.id), batch, warnings: [] };
}

function tied(contact: Contact, { id, kind, name }: Organization, role: string): Contact {
  const tie = {
    id,
    affiliation_id: contact.id * 100 + id,
    kind,
    name,
    role: role || null,
    title: contact.job_title,
    department: null,
    from: null,
    to: null,
    primary: contact.organizations.length === 0,
  };
  return { ...contact, organizations: [...contact.organizations, tie] };
}

export const organizationHandlers: Handlers = {
  organizations_page: (state, { query, offset, limit }) => {
    const rows = list(state, query);
    return { total: rows.length, generation: state.generation, rows: rows.slice(offset, offset + limit) };
  },
  organization_position: (state, { query, id }) => {
    const index = list(state, query).findIndex((row) => row.id === id);
    return { index: index < 0 ? null : index };
  },
  organization_get: (state, { id }) => get(state, id),
  organization_tree: (state, { id }) => {
    const top = get(state, id).above[0]?.id ?? id;
    const below = (parent: Organization, depth: number): (Organization & { depth: number })[] => [
      { ...parent, depth },
      ...all(state)
        .filter((one) => one.parent_id === parent.id && !one.deleted)
        .flatMap((one) => below(one, depth + 1)),
    ];
    const nodes = below(get(state, top), 0).map(({ id: node, kind, name, parent_id, depth, contacts }) => ({
      ...{ id: node, kind, name, parent_id, depth, contacts },
    }));
    return { nodes, more: false };
  },
  organization_contacts: (state, { organization, offset, limit }) => {
    const { name } = get(state, organization);
    const rows = contactsOf(state).flatMap((contact) => {
      const tie = contact.organizations.find((candidate) => candidate.name === name);
      const { role, title, department, from, to } = tie ?? {};
      const reach = (kind: string) => contact.points.find((point) => point.kind === kind) ?? null;
      if (!tie) return [];
      return {
        affiliation_id: tie.affiliation_id,
        contact_id: contact.id,
        name: contact.name,
        ...{
          role: role ?? null,
          title: title ?? null,
          department: department ?? null,
          from: from ?? null,
          to: to ?? null,
        },
        phone: reach('phone'),
        email: reach('email'),
      };
    });
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  },
  organization_create: (state, { kind, name, set }) => {
    if (!name.trim()) refuse('name', 'An organization needs a name.');
    const blank = make(name.trim(), all(state).length);
    const bare: Organization = { ...blank, kind, points: [], addresses: [], number: null, industry: null, owner: null };
    const filled = (set ?? []).reduce((one, { field, value }) => setField(state, one, field, value), bare);
    return answer(state, 'organization_create', filled);
  },
  organization_edit: (state, { id, edits }) =>
    answer(
      state,
      'organization_edit',
      edits.reduce((one, step) => apply(state, one, step), get(state, id)),
    ),
  organization_convert: (state, { id }) =>
    answer(state, 'organization_convert', { ...get(state, id), kind: 'account' }),
  organizations_delete: (state, { selection }) => {
    const gone = resolve(state, selection).map((id) => ({ ...get(state, id), deleted: new Date().toISOString() }));
    const ids = new Set(gone.map(({ id }) => id));
    const below = all(state).filter((one) => !one.deleted && !ids.has(one.id) && ids.has(one.parent_id ?? 0));
    return { batch: keep(state, 'organizations_delete', gone), count: gone.length, below: below.length };
  },
  organizations_restore: (state, { selection }) => {
    const ids = new Set(resolve(state, selection));
    const back = all(state).filter(({ id, deleted }) => deleted && ids.has(id));
    const changed = back.map((one) => ({ ...one, deleted: null }));
    return { batch: keep(state, 'organizations_restore', changed), count: changed.length, below: 0 };
  },
  organizations_change: (state, { selection, set }) => {
    const given = (one: Organization) => set.reduce((now, { field, value }) => setField(state, now, field, value), one);
    const changed = resolve(state, selection).map((id) => given(get(state, id)));
    return { batch: keep(state, 'organizations_change', changed), count: changed.length };
  },
  organizations_export: (state, { path, query, selection }) => {
    const chosen = selection ? resolve(state, selection) : list(state, query as OrganizationsQuery);
    return { file: path, organizations: chosen.length, seconds: 0.2 };
  },
  organization_contacts_add: (state, { organization, contacts, role }) => {
    const one = get(state, organization);
    const changed = contacts.map((id): [number, Contact] => [id, tied(find(state, id), one, role ?? '')]);
    const { batch } = state.write('organization_contacts_add', new Map(changed));
    return { batch, count: contacts.length };
  },
  organization_contact_create: (state, { organization, role, set }) => {
    if (set.length === 0) refuse('full_name', 'A contact needs a name, a company, a phone or an e-mail.');
    const known = all(state).find(({ name }) => name === organization.name);
    const one = organization.id ? get(state, organization.id) : (known ?? make(organization.name ?? '', 900));
    const id = state.nextId();
    const value = (wanted: string) => set.find(({ field }) => field === wanted)?.value ?? null;
    const [first, last] = [value('first_name'), value('last_name')];
    const bare = {
      ...find(state, 1),
      id,
      first_name: first,
      last_name: last,
      points: [],
      organizations: [],
      groups: [],
    };
    const named = { ...bare, name: [first, last].filter(Boolean).join(' '), job_title: value('job_title') };
    const contact = tied(named, one, role ?? '');
    const { batch } = state.write('organization_contact_create', new Map([[id, contact]]));
    return { contact, batch, warnings: [] };
  },
};

// The double's answers about one contact beyond its edits: history, archive and trash, picture, checks while typing.
import type { Contact, FieldChange, MergeChoice, MergeField, PointChecked, Selection } from '../bindings';
import { find, resolve } from './contacts';
import { setField } from './edits';
import type { Handlers } from './handlers';
import { removeOrganizations } from './organizations';
import type { DoubleState } from './state';

/** A picture that any browser shows: a face in two colours. */
const PICTURE = `data:image/svg+xml;base64,${btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="#c9d8e6"/><circle cx="40" cy="32" r="15" fill="#8a5a44"/><path d="M8 80c4-22 18-30 32-30s28 8 32 30z" fill="#2f5d62"/></svg>',
)}`;

const FIELDS = [
  'first_name',
  'last_name',
  'nickname',
  'birthday',
  'lifecycle',
  'notes',
  'source',
  'time_zone',
] as const;

type Told = Pick<FieldChange, 'field' | 'before' | 'after'>;

function words(field: string, before: string[], after: string[]): Told[] {
  const gone = before.filter((word) => !after.includes(word)).map((word) => ({ field, before: word, after: null }));
  const come = after.filter((word) => !before.includes(word)).map((word) => ({ field, before: null, after: word }));
  return [...gone, ...come];
}

function differences(before: Contact | null, after: Contact | null): Told[] {
  if (!before || !after) return [{ field: 'contact', before: before?.name ?? null, after: after?.name ?? null }];
  const told: Told[] = FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
  const title = (contact: Contact) => contact.organizations[0]?.title ?? contact.job_title;
  if (title(before) !== title(after)) told.push({ field: 'job_title', before: title(before), after: title(after) });
  for (const point of after.points) {
    const old = before.points.find(({ id }) => id === point.id)?.value ?? null;
    const field = [point.kind, point.label].filter(Boolean).join(' ');
    if (old !== point.value) told.push({ field, before: old, after: point.value });
  }
  told.push(...words('tag', before.tags, after.tags), ...words('group', before.groups, after.groups));
  return told;
}

/** What changed contact `id`, the latest first; the import that it came with is the last. */
function history(state: DoubleState, id: number): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const { batch, before, after } of [...state.done].reverse()) {
    if (!after.has(id)) continue;
    for (const told of differences(before.get(id) ?? null, after.get(id) ?? null)) {
      const restore = told.field === 'contact' ? null : { entry: batch.batch, part: told.field };
      changes.push({
        ...told,
        of: null,
        at: batch.at,
        by: 'dana',
        operation: batch.operation,
        batch: batch.batch,
        restore,
      });
    }
  }
  const { created, name } = find(state, id);
  const base = { of: null, restore: null, batch: 7 };
  const came = {
    ...base,
    at: created,
    by: 'dana',
    operation: 'import_run',
    field: 'contact',
    before: null,
    after: name,
  };
  return [...changes, came];
}

function move(state: DoubleState, operation: string, selection: Selection, mark: Partial<Contact>) {
  const ids = resolve(state, selection);
  const moved = new Map(ids.map((id) => [id, { ...find(state, id), ...mark }]));
  return { batch: state.write(operation, moved).batch, count: ids.length };
}

function check(kind: string, value: string): PointChecked {
  const wrong = (problem: string) => ({ normalized: null, problem, message: problem });
  const typed = value.trim();
  if (typed === '') return { normalized: null, problem: null, message: null };
  if (kind === 'email' && !typed.includes('@')) return wrong('email_missing_at');
  if (kind === 'email' && !/@.+\..+$/.test(typed)) return wrong('email_missing_domain');
  if (kind === 'phone' && typed.replace(/\D/g, '').length < 7) return wrong('phone_too_short');
  if (kind === 'website' && !/^\S+\.\S+$/.test(typed)) return wrong('website');
  return { normalized: typed, problem: null, message: null };
}

const now = () => new Date().toISOString();

/** The fields of one value in which contacts differ. */
function differing(contacts: Contact[]): MergeField[] {
  const all = [...FIELDS, 'prefix', 'middle_name', 'suffix', 'full_name', 'language'].filter(
    (code) => code !== 'notes',
  );
  const fields = all.map((field) => ({
    field,
    values: contacts.map((contact) => (contact[field as keyof Contact] as string | null) ?? null),
  }));
  return fields.filter(({ values }) => new Set(values.filter((value) => value !== null)).size > 1);
}

/** One contact made of several, as the core does it. */
function merged(kept: Contact, others: Contact[], choose: MergeChoice[]): Contact {
  const all = [kept, ...others];
  const values = new Set<string>();
  const points = all
    .flatMap((contact) => contact.points)
    .filter(({ normalized, value }) => {
      const key = normalized ?? value;
      return !values.has(key) && Boolean(values.add(key));
    });
  const words = (of: (contact: Contact) => string[]) => [...new Set(all.flatMap(of))];
  const whole: Contact = {
    ...kept,
    points,
    addresses: all.flatMap(({ addresses }) => addresses),
    organizations: all.flatMap(({ organizations }) => organizations),
    groups: words(({ groups }) => groups),
    tags: words(({ tags }) => tags),
    do_not_contact: all.some((contact) => contact.do_not_contact),
  };
  const valueIn = ({ contact, field }: MergeChoice) =>
    String(all.find(({ id }) => id === contact)?.[field as keyof Contact] ?? '');
  return choose.reduce((contact, choice) => setField(contact, choice.field, valueIn(choice)), whole);
}

export const recordHandlers: Handlers = {
  contacts_merge_look: (state, { selection }) => {
    const ids = [...resolve(state, selection)].sort((a, b) => a - b);
    const contacts = ids.map((id) => find(state, id));
    return { contacts, fields: differing(contacts) };
  },
  contacts_merge: (state, { into, from, choose = [] }) => {
    const others = from.map((id) => find(state, id));
    const contact = merged(find(state, into), others, choose);
    const gone = from.map((id): [number, null] => [id, null]);
    const { batch } = state.write('contacts_merge', new Map<number, Contact | null>([[into, contact], ...gone]));
    return { contact, batch, warnings: [] };
  },
  postcode_check: (_, { value, country }) => ({
    example: country === 'GB' && !/^[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}$/i.test(value) ? 'SW1A 1AA' : null,
  }),
  contact_history: (state, { id }) => ({ changes: history(state, id) }),
  contact_restore_value: (state, { id, restore }) => {
    const change = history(state, id).find((c) => c.batch === restore.entry && c.field === restore.part);
    const contact = setField(find(state, id), change?.field ?? 'notes', change?.before ?? '');
    const { batch } = state.write('contact_restore_value', new Map([[id, contact]]));
    return { contact, batch, warnings: [] };
  },
  contacts_delete: (state, { selection }) => move(state, 'contacts_delete', selection, { deleted: now() }),
  contacts_restore: (state, { selection }) => move(state, 'contacts_restore', selection, { deleted: null }),
  contacts_archive: (state, { selection }) => move(state, 'contacts_archive', selection, { archived: now() }),
  contacts_unarchive: (state, { selection }) => move(state, 'contacts_unarchive', selection, { archived: null }),
  trash_empty: (state, what) => {
    if (what.kind === 'organizations') return removeOrganizations(state, what.selection);
    const selection = what.kind === 'contacts' ? what.selection : null;
    const query = { search: '', filter: '', group: null, batch: null, place: 'trash' as const };
    const all = () => state.list({ ...query, sort: { field: 'name', descending: false } });
    const ids = selection ? resolve(state, selection) : all();
    state.put(new Map(ids.map((id) => [id, null])));
    state.done = [];
    return { count: ids.length, organizations: 0, with_orders: 0, files: 0 };
  },
  dossier_save: (_state, { path }) => ({ file: path, bytes: 8_204 }),
  contact_erase: (state, { id, backups, path }) => {
    const { points } = find(state, id);
    state.put(new Map([[id, null]]));
    state.done = [];
    const certificate = {
      erasure: 1,
      at: now(),
      by: 'dana',
      contact: id,
      removed: { points: points.length },
      orders_kept: 0,
      payments_kept: 0,
      hashes_kept: points.length,
      opt_outs_kept: 0,
      documents_kept: 0,
      unfinished: [],
      overwritten: true,
      backups_removed: backups === 'remove' ? 2 : 0,
      backups_left:
        backups === 'remove' ? [] : ['2026-11-20T09-00-00Z in use.roster', '2026-11-21T09-00-00Z in use.roster'],
    };
    return { certificate, file: path ?? null, file_failure: null };
  },
  contact_photo_set: (state, { id, path }) => {
    const contact = { ...find(state, id), photo: path ? `hash-of-${path}` : null };
    const { batch } = state.write('contact_photo_set', new Map([[id, contact]]));
    return { contact, batch, warnings: [] };
  },
  tags_list: () => ({ tags: ['VIP', 'press', 'sponsor'].map((name, id) => ({ id: id + 1, name, colour: null })) }),
  photo_get: () => ({ data: PICTURE }),
  point_check: (_state, { point_kind, value }) => check(point_kind, value),
};

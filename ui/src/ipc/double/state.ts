// The double's workspace: contacts, batches and what each batch can be undone with. It keeps the promises that the page
// relies on (a generation that grows with each change, one batch a change), not the core's rules.
import type { Batch, Contact, ContactsQuery, Field, Group, Pin, Settings, View } from '../bindings';
import { FIELDS } from './fieldSeeds';
import { meets, readFilter } from './filters';
import { personNumber } from './people';

type Undoable = {
  batch: Batch;
  before: Map<number, Contact | null>;
  after: Map<number, Contact | null>;
  fields?: { before: Field[]; after: Field[] };
};

export class DoubleState {
  generation = 1;
  fields: Field[] = FIELDS;
  settings: Settings = { country: 'GB', organization_required: false, backups: true, backups_megabytes: 2000 };
  readonly changed = new Map<number, Contact | null>();
  done: Undoable[] = [];
  undone: Undoable[] = [];
  batches: Batch[] = [];
  views: View[] = [];
  /** Groups that were made on the page, and the categories; the others are those that contacts name. */
  groups: Group[];
  categories: string[] = ['Bodies', 'Campaigns'];
  /** By group, then by contact. */
  readonly pins = new Map<number, Map<number, Pin>>();
  private made: number;
  private extra: number[] = [];
  private lists = new Map<string, number[]>();

  constructor(contacts: number) {
    this.groups = contacts === 0 ? [] : [VIPS];
    this.made = contacts;
  }

  contact(id: number): Contact | null {
    if (this.changed.has(id)) return this.changed.get(id) ?? null;
    return id >= 1 && id <= this.made ? personNumber(id) : null;
  }

  /** The ids that match a query in its order; made once for each query and state. */
  list(query: ContactsQuery): number[] {
    const key = JSON.stringify(query);
    const known = this.lists.get(key);
    if (known) return known;
    const ids = [...this.extra, ...Array.from({ length: this.made }, (_, index) => index + 1)];
    const list = this.isPlain(query) ? ids.filter((id) => this.isInLists(id)) : this.ordered(ids, query);
    this.lists.set(key, list);
    return list;
  }

  /** The group of that number that was made on the page. */
  madeGroup(id: number): Group | undefined {
    return this.groups.find((group) => group.id === id);
  }

  pinOf(group: number, contact: number): Pin {
    return this.pins.get(group)?.get(contact) ?? 'none';
  }

  isInGroup(contact: Contact, id: number): boolean {
    const pin = this.pinOf(id, contact.id);
    if (pin !== 'none') return pin === 'include';
    const { filter } = this.madeGroup(id) ?? {};
    const tree = filter ? readFilter(filter).tree : null;
    return tree ? meets(contact, tree) : contact.groups.some((name) => groupId(name) === id);
  }

  /** How many contacts are put aside or in the trash. */
  inPlace(place: 'archive' | 'trash'): number {
    return [...this.changed.values()].filter((contact) => contact && placeOf(contact) === place).length;
  }

  /** Whether a contact is in the lists; one that was never changed is. */
  private isInLists(id: number): boolean {
    const contact = this.changed.get(id);
    return contact === undefined || (contact !== null && placeOf(contact) === 'lists');
  }

  /** Loads the sample data: the contacts that an empty workspace did not have. */
  fill(contacts: number): void {
    this.made = contacts;
    this.touch();
  }

  nextId(): number {
    return this.made + this.extra.length + 1;
  }

  /** Writes contacts as one batch; null deletes. */
  write(operation: string, changes: Map<number, Contact | null>): Batch {
    const before = new Map([...changes.keys()].map((id) => [id, this.contact(id)]));
    const batch: Batch = {
      batch: this.batches.length + 8,
      at: new Date().toISOString(),
      by: null,
      operation,
      contacts: changes.size,
      undone_by: null,
      reverses: null,
      import: null,
    };
    this.batches.push(batch);
    this.done.push({ batch, before, after: changes });
    this.undone = [];
    this.put(changes);
    return batch;
  }

  /** Changes the custom fields, and perhaps values with them, as one batch. */
  writeFields(operation: string, after: Field[], contacts: Map<number, Contact | null> = new Map()): Batch {
    const before = this.fields;
    const batch = this.write(operation, contacts);
    const last = this.done.at(-1);
    if (last) last.fields = { before, after };
    this.fields = after;
    return batch;
  }

  put(contacts: Map<number, Contact | null>): void {
    for (const [id, contact] of contacts) {
      this.changed.set(id, contact);
      if (id > this.made && !this.extra.includes(id)) this.extra.push(id);
    }
    this.touch();
  }

  touch(): void {
    this.generation += 1;
    this.lists.clear();
  }

  private isPlain({ search, group, batch, filter, sort, place = 'lists' }: ContactsQuery): boolean {
    return (
      place === 'lists' &&
      !filter &&
      !search.trim() &&
      group === null &&
      batch === null &&
      sort.field === 'created' &&
      sort.descending
    );
  }

  private ordered(ids: number[], query: ContactsQuery): number[] {
    const collator = new Intl.Collator(undefined, { numeric: true });
    const words = fold(query.search).split(/\s+/).filter(Boolean);
    const isIn = (contact: Contact) => query.group === null || this.isInGroup(contact, query.group);
    const matching = ids
      .map((id) => this.contact(id))
      .filter((contact): contact is Contact => contact !== null && matches(contact, query, words) && isIn(contact));
    const sign = query.sort.descending ? -1 : 1;
    const keyed = matching.map((contact) => ({ id: contact.id, key: sortText(contact, query.sort.field) }));
    return keyed.sort((a, b) => sign * collator.compare(a.key, b.key)).map(({ id }) => id);
  }
}

/** A group that follows its filter, for every screen that tells the two kinds apart. */
const VIPS: Group = {
  id: 4,
  name: 'VIPs of Haifa',
  category: 'Campaigns',
  type: 'segment',
  kind: 'dynamic',
  active: 0,
  total: 0,
  created: '2026-11-01T09:00:00Z',
  description: null,
  filter: 'tag = "VIP" and (city = "Haifa" or country = "IL") and not has website',
  problem: null,
  included: 0,
  excluded: 0,
};

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function groupId(name: string): number {
  return [...name].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) % 100_003;
}

function placeOf({ deleted, archived }: Contact): NonNullable<ContactsQuery['place']> {
  if (deleted) return 'trash';
  return archived ? 'archive' : 'lists';
}

function matches(contact: Contact, query: ContactsQuery, words: string[]): boolean {
  const { batch, filter, place = 'lists' } = query;
  const tree = filter ? readFilter(filter).tree : null;
  if (tree && !meets(contact, tree)) return false;
  if (placeOf(contact) !== place) return false;
  if (batch !== null && contact.created_batch !== batch) return false;
  const held = [contact.name, contact.organizations[0]?.name ?? '', ...contact.points.map(({ value }) => value)];
  const parts = fold(held.join(' ')).split(/[\s@.-]+/);
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

function sortText(contact: Contact, field: ContactsQuery['sort']['field']): string {
  const ofKind = (kind: string) => contact.points.find((point) => point.kind === kind)?.normalized ?? '\uffff';
  switch (field) {
    case 'organization':
      return contact.organizations[0]?.name ?? '\uffff';
    case 'phone':
    case 'email':
      return ofKind(field);
    case 'groups':
      return contact.groups.join(', ') || '\uffff';
    case 'created':
    case 'changed':
      return contact[field];
    case 'name':
      return contact.name;
    default:
      return String({ ...contact.addresses[0], ...contact.fields, ...contact }[field] ?? '\uffff');
  }
}

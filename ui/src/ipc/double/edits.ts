// The double's edits of one contact: what each does to the record, as far as the page can tell.
import type { Affiliation, Contact, Edit, FieldError, Point } from '../bindings';
import { Failure } from '../failure';

function refuse(field: string, message: string): never {
  const fields: FieldError[] = [{ field, message }];
  throw new Failure('invalid', message, null, { fields });
}

const nextId = (contact: Contact, taken: number[]) => Math.max(contact.id * 10, ...taken) + 1;

function newPoint(contact: Contact, kind: string, label: string | null, value: string): Point {
  if (kind === 'email' && !/^\S+@\S+\.\S+$/.test(value)) refuse('email', 'This is not an e-mail address.');
  return {
    id: nextId(
      contact,
      contact.points.map(({ id }) => id),
    ),
    kind,
    label,
    value,
    normalized: value,
    status: 'active',
    primary: !contact.points.some((point) => point.kind === kind),
    source: 'manual',
  };
}

/** The kind and label of points that a field name stands for, or null. */
function pointOf(field: string): [string, string | null] | null {
  if (/^(facebook|x|linkedin|instagram)$/.test(field)) return ['social', field];
  if (field === 'skype') return ['messaging', 'skype'];
  const [, kind, label] = field.match(/^(phone|email|fax|website)(?:_(\w+))?$/) ?? [];
  return kind ? [kind, label ?? null] : null;
}

const words = (value: string) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const LISTS = new Set(['groups', 'tags', 'content_topics']);
const FLAGS = new Set(['do_not_contact', 'deceased']);
const OF_TIE: Record<string, 'title' | 'department'> = { job_title: 'title', department: 'department' };

export function setField(contact: Contact, field: string, value: string): Contact {
  const [main, ...others] = contact.organizations;
  const point = pointOf(field);
  const part = OF_TIE[field];
  if (field === 'organization') {
    if (!value) return { ...contact, organizations: others };
    return { ...contact, organizations: [{ ...(main ?? newTie(contact, value)), name: value }, ...others] };
  }
  if (part && main) return { ...contact, organizations: [{ ...main, [part]: value || null }, ...others] };
  if (LISTS.has(field)) return { ...contact, [field]: words(value) };
  if (FLAGS.has(field)) return { ...contact, [field]: value === 'yes' };
  if (point) return { ...contact, points: [...contact.points, newPoint(contact, point[0], point[1], value)] };
  if (field in contact) return named({ ...contact, [field]: value || null });
  return { ...contact, fields: { ...contact.fields, [field]: value } };
}

function newTie(contact: Contact, name: string): Affiliation {
  return {
    id: name.length,
    affiliation_id: nextId(
      contact,
      contact.organizations.map((tie) => tie.affiliation_id),
    ),
    kind: 'account',
    name,
    role: null,
    title: null,
    department: null,
    from: null,
    to: null,
    primary: contact.organizations.length === 0,
  };
}

function named(contact: Contact): Contact {
  const parts = [contact.prefix, contact.first_name, contact.middle_name, contact.last_name, contact.suffix];
  return { ...contact, name: contact.full_name ?? parts.filter(Boolean).join(' ') };
}

function editPoint(points: Point[], id: number, value: string): Point[] {
  if (!value) return points.filter((point) => point.id !== id);
  return points.map((point) => {
    if (point.id !== id) return point;
    if (point.kind === 'email' && !/^\S+@\S+\.\S+$/.test(value)) refuse('email', 'This is not an e-mail address.');
    return { ...point, value, normalized: value };
  });
}

/** The list with one item replaced by what `change` makes of it. */
function replaced<T>(list: T[], isIt: (item: T) => boolean, change: (item: T) => T): T[] {
  return list.map((item) => (isIt(item) ? change(item) : item));
}

function onlyPrimary<T extends { primary: boolean }>(list: T[], isIt: (item: T) => boolean): T[] {
  const marked = list.map((item) => ({ ...item, primary: isIt(item) }));
  return marked.sort((a, b) => Number(b.primary) - Number(a.primary));
}

function editAddresses(contact: Contact, edit: Edit): Contact {
  const { addresses } = contact;
  switch (edit.kind) {
    case 'add_address': {
      const blank = {
        organization_id: null,
        organization: null,
        street: null,
        street2: null,
        city: null,
        region: null,
        postcode: null,
        country: null,
      };
      const parts = Object.fromEntries(edit.parts.map(({ field, value }) => [field, value]));
      const id = nextId(
        contact,
        addresses.map((address) => address.id),
      );
      const primary = addresses.length === 0;
      const added = { ...blank, full_address: null, ...parts, id, label: edit.label, primary };
      return { ...contact, addresses: [...addresses, added] };
    }
    case 'address': {
      const change = replaced(
        addresses,
        ({ id }) => id === edit.address,
        (address) => ({ ...address, [edit.part]: edit.value || null }),
      );
      return { ...contact, addresses: change };
    }
    case 'address_label': {
      const change = replaced(
        addresses,
        ({ id }) => id === edit.address,
        (address) => ({ ...address, label: edit.label }),
      );
      return { ...contact, addresses: change };
    }
    case 'address_primary':
      return { ...contact, addresses: onlyPrimary(addresses, ({ id }) => id === edit.address) };
    case 'follow_address': {
      const followed = contact.organizations.find(({ id }) => id === edit.organization);
      const [{ id } = { id: 900 }] = addresses.toReversed();
      const parts = { street: '1 Quay', street2: null, city: 'Whitby', region: null, postcode: 'YO21', country: 'GB' };
      const of = { organization_id: edit.organization, organization: followed?.name ?? null, full_address: null };
      const primary = addresses.length === 0;
      return { ...contact, addresses: [...addresses, { ...parts, ...of, id: id + 1, label: edit.label, primary }] };
    }
    case 'keep_address': {
      const change = replaced(
        addresses,
        ({ id }) => id === edit.address,
        (address) => ({ ...address, organization_id: null, organization: null }),
      );
      return { ...contact, addresses: change };
    }
    case 'remove_address':
      return { ...contact, addresses: addresses.filter(({ id }) => id !== edit.address) };
    default:
      return contact;
  }
}

function editTies(contact: Contact, edit: Edit): Contact {
  const { organizations } = contact;
  switch (edit.kind) {
    case 'add_affiliation':
      return { ...contact, organizations: [...organizations, newTie(contact, edit.organization.name ?? '')] };
    case 'affiliation_organization': {
      const change = replaced(
        organizations,
        ({ affiliation_id }) => affiliation_id === edit.affiliation,
        (tie) => ({ ...tie, name: edit.organization.name ?? '' }),
      );
      return { ...contact, organizations: change };
    }
    case 'affiliation': {
      const change = replaced(
        organizations,
        ({ affiliation_id }) => affiliation_id === edit.affiliation,
        (tie) => ({ ...tie, [edit.part]: edit.value || null }),
      );
      return { ...contact, organizations: change };
    }
    case 'affiliation_primary': {
      const change = onlyPrimary(organizations, ({ affiliation_id }) => affiliation_id === edit.affiliation);
      return { ...contact, organizations: change };
    }
    case 'remove_affiliation': {
      const left = organizations.filter(({ affiliation_id }) => affiliation_id !== edit.affiliation);
      return { ...contact, organizations: left };
    }
    default:
      return contact;
  }
}

export function applyEdit(contact: Contact, edit: Edit): Contact {
  const { points } = contact;
  switch (edit.kind) {
    case 'set':
      return setField(contact, edit.field, edit.value);
    case 'seen':
      return applyEdit(contact, edit.edit);
    case 'add_point':
      return { ...contact, points: [...points, newPoint(contact, edit.point_kind, edit.label, edit.value)] };
    case 'point':
      return { ...contact, points: editPoint(points, edit.point, edit.value) };
    case 'point_label': {
      const change = replaced(
        points,
        ({ id }) => id === edit.point,
        (point) => ({ ...point, label: edit.label || null }),
      );
      return { ...contact, points: change };
    }
    case 'primary': {
      const kind = points.find(({ id }) => id === edit.point)?.kind;
      return {
        ...contact,
        points: replaced(
          points,
          (point) => point.kind === kind,
          (point) => ({ ...point, primary: point.id === edit.point }),
        ),
      };
    }
    case 'add_word': {
      const field = edit.field === 'tags' ? 'tags' : 'groups';
      return { ...contact, [field]: [...new Set([...contact[field], edit.word])].sort() };
    }
    case 'remove_word': {
      const field = edit.field === 'tags' ? 'tags' : 'groups';
      return { ...contact, [field]: contact[field].filter((word) => word !== edit.word) };
    }
    case 'consent': {
      const { purpose, state, date, how, note } = edit;
      const others = contact.consents.filter((consent) => consent.purpose !== purpose);
      return { ...contact, consents: state ? [...others, { purpose, state, date, how, note }] : others };
    }
    default:
      return editTies(editAddresses(contact, edit), edit);
  }
}

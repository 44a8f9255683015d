// What merging contacts comes to: whose values stay, and what comes together.
import type { Contact, MergeChoice, MergeField } from '@/ipc/bindings';

/** By field, the contact whose value stays. */
export type Picked = Readonly<Record<string, number>>;

/** Whose value of a field stays: the picked one's, else that of the first who has one. */
export function chosenOf(contacts: Contact[], { field, values }: MergeField, picked: Picked): number | undefined {
  const first = contacts.find((_, index) => values[index] !== null);
  return picked[field] ?? first?.id;
}

/** The choices for the core. */
export function choicesOf(contacts: Contact[], fields: MergeField[], picked: Picked): MergeChoice[] {
  return fields.flatMap((field) => {
    const contact = chosenOf(contacts, field, picked);
    return contact === undefined ? [] : [{ field: field.field, contact }];
  });
}

/** Every field from one contact, where it has a value. */
export function allFrom(contacts: Contact[], fields: MergeField[], id: number, picked: Picked): Picked {
  const index = contacts.findIndex((contact) => contact.id === id);
  const own = fields.filter(({ values }) => values[index] !== null).map(({ field }) => [field, id]);
  return { ...picked, ...Object.fromEntries(own) };
}

type Together = {
  what: 'points' | 'addresses' | 'organizations' | 'groups' | 'tags';
  texts: string[];
  isLatin: boolean;
};

/** What all of them have, each once. */
export function together(contacts: Contact[]): Together[] {
  const points = new Map<string, string>();
  for (const point of contacts.flatMap((contact) => contact.points)) {
    const key = `${point.kind} ${point.normalized ?? point.value}`;
    if (!points.has(key)) points.set(key, point.value);
  }
  const each = (of: (contact: Contact) => string[]) => [...new Set(contacts.flatMap(of))];
  const addresses = each(({ addresses: all }) =>
    all.map(({ street, postcode, city, country }) => [street, postcode, city, country].filter(Boolean).join(', ')),
  );
  const lists: Together[] = [
    { what: 'points', texts: [...points.values()], isLatin: true },
    { what: 'addresses', texts: addresses.filter(Boolean), isLatin: false },
    { what: 'organizations', texts: each((contact) => contact.organizations.map(({ name }) => name)), isLatin: false },
    { what: 'groups', texts: each((contact) => contact.groups), isLatin: false },
    { what: 'tags', texts: each((contact) => contact.tags), isLatin: false },
  ];
  return lists.filter(({ texts }) => texts.length > 0);
}

// The double's answers about bundles: what one of its contacts pays of one type of membership.
import type { Bundle, BundleMember } from '../bindings';
import { find } from './contacts';
import type { Handlers } from './handlers';
import { keep, type Person, personOf, refuse, rollOf, typeOf, withTerm } from './members';
import { type Held, nextStart, shown, today } from './membership';
import type { DoubleState } from './state';

const heldOf = (person: Person, type: number) => person.memberships.find((one) => one.type === type);
const payerOf = (person: Person, held: Held) => held.payer ?? person.id;

function bundle(state: DoubleState, payer: number, type: number): Bundle | null {
  const of = typeOf(state, type);
  const members = rollOf(state).people.flatMap((person): BundleMember[] => {
    const held = heldOf(person, type);
    if (!held || payerOf(person, held) !== payer) return [];
    const { tier, status, end } = shown(held, of);
    const { name } = find(state, person.id);
    const joined = held.terms[0]?.start ?? null;
    return [{ contact_id: person.id, name, number: person.number, tier, status, joined, end }];
  });
  if (members.every(({ contact_id }) => contact_id === payer)) return null;
  const end =
    members
      .map((one) => one.end ?? '')
      .sort()
      .at(-1) || null;
  members.sort(
    (a, b) => Number(b.contact_id === payer) - Number(a.contact_id === payer) || a.name.localeCompare(b.name),
  );
  return { payer_id: payer, payer: find(state, payer).name, type_id: type, type: of.name, end, members };
}

type Change = (person: Person, held: Held | undefined) => Person;

/** Changes the people as one batch; tells the bundle as it is then. */
function change(state: DoubleState, operation: string, payer: number, type: number, each: Change) {
  const roll = rollOf(state);
  const people = roll.people.map((person) => each(person, heldOf(person, type)));
  const batch = keep(state, operation, { ...roll, people });
  return { bundle: bundle(state, payer, type), batch };
}

function paidBy(person: Person, type: number, payer: number): Person {
  const own = payer === person.id ? null : payer;
  const memberships = person.memberships.map((one) => (one.type === type ? { ...one, payer: own } : one));
  return { ...person, memberships };
}

export const bundleHandlers: Handlers = {
  bundles_of: (state, { id }) => {
    const keys = new Map<string, [number, number]>();
    for (const person of rollOf(state).people) {
      for (const held of person.memberships) {
        const payer = payerOf(person, held);
        if (person.id === id || payer === id) keys.set(`${payer} ${held.type}`, [payer, held.type]);
      }
    }
    const found = [...keys.values()].map(([payer, type]) => bundle(state, payer, type));
    return { bundles: found.filter((one) => one !== null) };
  },
  bundle_add: (state, { payer, type_id, members, tier, joined, free }) => {
    const of = typeOf(state, type_id);
    if (members.length === 0) refuse('members', 'Choose who comes into the bundle.');
    for (const id of members) personOf(state, id);
    const only = of.tiers.length === 1 ? (of.tiers[0]?.id ?? null) : null;
    return change(state, 'bundle_add', payer, type_id, (person, held) => {
      if (!members.includes(person.id)) return person;
      const enrolled = held ? person : withTerm(person, of, tier ?? only, joined ?? today(), free ?? false);
      return paidBy(enrolled, type_id, payer);
    });
  },
  bundle_leave: (state, { id, type_id }) => {
    const payer = heldOf(personOf(state, id), type_id)?.payer;
    if (!payer) refuse('id', 'Nobody else pays this membership.');
    return change(state, 'bundle_leave', payer, type_id, (person) =>
      person.id === id ? paidBy(person, type_id, id) : person,
    );
  },
  bundle_payer: (state, { payer, type_id, to }) =>
    change(state, 'bundle_payer', to, type_id, (person, held) =>
      held && payerOf(person, held) === payer ? paidBy(person, type_id, to) : person,
    ),
  bundle_renew: (state, { payer, type_id, free }) => {
    const of = typeOf(state, type_id);
    return change(state, 'bundle_renew', payer, type_id, (person, held) => {
      if (!held || payerOf(person, held) !== payer) return person;
      return withTerm(person, of, held.terms.at(-1)?.tier ?? null, nextStart(held, of), free ?? false);
    });
  },
};

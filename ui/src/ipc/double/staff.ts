// The double's answers about profiles: none from the start, three where a test or `?staff` asks for them.
import type { Person, Staff } from '../bindings';
import { Failure } from '../failure';
import type { Handlers } from './handlers';
import type { DoubleState } from './state';

export const OFFICE: Person[] = [
  { id: 1, name: 'Ada Byron', role: 'reader', has_pin: false },
  { id: 2, name: 'Ben Cohen', role: 'editor', has_pin: true },
  { id: 3, name: 'Noa Levi', role: 'owner', has_pin: true },
];

/** What every PIN of the double is. */
export const PIN = '2468';

const held = new WeakMap<DoubleState, Staff>();
const none: Staff = { people: [], here: null };

const staffOf = (state: DoubleState): Staff => held.get(state) ?? none;

/** Gives the double profiles, with somebody of them at the desk. */
export function setStaff(state: DoubleState, staff: Staff): Staff {
  held.set(state, staff);
  return staff;
}

function change(state: DoubleState, id: number, next: (person: Person) => Person | null): Staff {
  const { people, here } = staffOf(state);
  const kept = people.flatMap((person) => (person.id === id ? (next(person) ?? []) : person));
  return setStaff(state, { people: kept, here });
}

export const staffHandlers: Handlers = {
  staff_list: staffOf,
  staff_enter: (state, { name, pin }) => {
    const { people } = staffOf(state);
    const person = people.find((each) => each.name === name);
    if (!person) throw new Failure('not_found', `There is no profile ${name}.`);
    if (person.has_pin && pin !== PIN) throw new Failure('wrong_pin', 'Wrong.', null, { name });
    return setStaff(state, { people, here: person.id });
  },
  staff_leave: (state) => setStaff(state, { people: staffOf(state).people, here: null }),
  staff_add: (state, { name, role, pin }) => {
    const { people, here } = staffOf(state);
    const id = people.length + 1;
    const person = { id, name, role, has_pin: Boolean(pin) };
    return setStaff(state, { people: [...people, person], here: here ?? id });
  },
  staff_edit: (state, { id, name, role }) => change(state, id, (person) => ({ ...person, name, role })),
  staff_pin: (state, { id, pin }) => change(state, id, (person) => ({ ...person, has_pin: pin !== null })),
  staff_remove: (state, { id }) => change(state, id, () => null),
};

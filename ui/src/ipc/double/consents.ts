// The double's register of consents: a few of the first contacts, of every state.
import type { ConsentEntry } from '../bindings';
import { contactHandlers } from './contacts';
import type { Handlers } from './handlers';
import type { DoubleState } from './state';

const STATES = ['given', 'given', 'withdrawn', 'given', 'refused'];

function register(state: DoubleState): ConsentEntry[] {
  const sort = { field: 'name', descending: false };
  const query = { search: '', group: null, batch: null, filter: '', sort };
  const page = contactHandlers.contacts_page?.(state, { query, offset: 0, limit: 24 });
  return (page?.rows ?? []).map(({ id, name }, place): ConsentEntry => {
    const consent = STATES[place % STATES.length] ?? 'given';
    const isGiven = consent === 'given';
    return {
      contact_id: id,
      name,
      purpose: place % 3 === 2 ? 'Photos' : 'Newsletter',
      state: consent,
      given_on: consent === 'refused' ? null : '2024-05-01',
      given_how: consent === 'refused' ? null : 'Form on the website',
      ended_on: isGiven ? null : '2025-11-30',
      how: isGiven ? 'Form on the website' : 'Telephone call',
      note: place % 4 === 0 ? 'Letter in the folder of 2024' : null,
    };
  });
}

export const consentHandlers: Handlers = {
  consents_page: (double, { search, purpose, state, offset, limit }) => {
    const all = register(double);
    const found = all.filter(
      (entry) =>
        (!purpose || entry.purpose === purpose) &&
        (!state || entry.state === state) &&
        entry.name.toLowerCase().includes((search ?? '').toLowerCase()),
    );
    const purposes = ['Newsletter', 'Photos'].map((name) => {
      const of = (wanted: string) => all.filter((entry) => entry.purpose === name && entry.state === wanted).length;
      return { purpose: name, given: of('given'), refused: of('refused'), withdrawn: of('withdrawn') };
    });
    return {
      total: found.length,
      consents: found.slice(offset, offset + limit),
      purposes: all.length === 0 ? [] : purposes,
    };
  },
  consents_save: (double, { path }) => ({ file: path, consents: register(double).length }),
};

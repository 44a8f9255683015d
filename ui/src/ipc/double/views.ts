// The double's named views and changes of many contacts.
import type { BulkEdit, Contact, Selection, View, ViewSubject } from '../bindings';
import { Failure } from '../failure';
import { setField } from './edits';
import type { Handlers } from './handlers';
import type { DoubleState } from './state';

const without = (list: string[], word: string) => list.filter((other) => other !== word);

function changed(contact: Contact, edit: BulkEdit): Contact {
  switch (edit.kind) {
    case 'add_tag':
      return { ...contact, tags: [...without(contact.tags, edit.tag), edit.tag] };
    case 'remove_tag':
      return { ...contact, tags: without(contact.tags, edit.tag) };
    case 'add_to_group':
      return { ...contact, groups: [...without(contact.groups, edit.group), edit.group] };
    case 'remove_from_group':
      return { ...contact, groups: without(contact.groups, edit.group) };
    case 'affiliate':
      return setField(contact, 'organization', edit.organization);
    case 'set_field':
      return setField(contact, edit.field, edit.value);
  }
}

/** The ids of views of organizations; all others are of contacts. */
const ofOrganizations = new WeakMap<DoubleState, Set<number>>();

function subjectOf(state: DoubleState, { id }: View): ViewSubject {
  return ofOrganizations.get(state)?.has(id) ? 'organization' : 'contact';
}

function find(state: DoubleState, id: number): View {
  const view = state.views.find((candidate) => candidate.id === id);
  if (!view) throw new Failure('not_found', `There is no view ${id}.`);
  return view;
}

function refuseTaken(state: DoubleState, name: string, own: number | null): void {
  if (!state.views.some((view) => view.name === name && view.id !== own)) return;
  const message = `There is a view “${name}” already.`;
  throw new Failure('invalid', message, null, { fields: [{ field: 'name', message }] });
}

const nextId = ({ views }: DoubleState) => Math.max(0, ...views.map(({ id }) => id)) + 1;

export const viewHandlers = (resolve: (state: DoubleState, selection: Selection) => number[]): Handlers => ({
  contacts_change: (state, { selection, edits }) => {
    const ids = resolve(state, selection);
    const contacts = ids.map((id) => state.contact(id)).filter((contact): contact is Contact => contact !== null);
    const changes = new Map(contacts.map((contact) => [contact.id, edits.reduce(changed, contact)]));
    const { batch } = state.write('contacts_change', changes);
    return { batch, count: changes.size };
  },
  views_list: (state, { subject }) => ({ views: state.views.filter((view) => subjectOf(state, view) === subject) }),
  view_create: (state, { subject, name, content }) => {
    refuseTaken(state, name, null);
    const id = nextId(state);
    if (subject === 'organization') ofOrganizations.set(state, new Set([...(ofOrganizations.get(state) ?? []), id]));
    state.views = [...state.views, { id, name, content, problem: null }];
    return { id, batch: null };
  },
  view_update: (state, { id, name, content }) => {
    const view = find(state, id);
    if (name) refuseTaken(state, name, id);
    const next = { id, name: name ?? view.name, content: content ?? view.content, problem: null };
    state.views = state.views.map((other) => (other === view ? next : other));
    return { id, batch: null };
  },
  view_duplicate: (state, { id, name }) => {
    refuseTaken(state, name, null);
    const copy = { ...find(state, id), id: nextId(state), name };
    state.views = state.views.flatMap((view) => (view.id === id ? [view, copy] : [view]));
    return { id: copy.id, batch: null };
  },
  view_delete: (state, { id }) => {
    const view = find(state, id);
    state.views = state.views.filter((other) => other !== view);
    return { id: null, batch: null };
  },
  views_arrange: (state, { ids }) => {
    const named = ids.map((id) => find(state, id));
    state.views = [...named, ...state.views.filter((view) => !named.includes(view))];
    return { id: null, batch: null };
  },
});

// The double's answers about attached files. Some contacts have a few from the start; each change keeps the whole list under
// its batch, so that what is undone in the state is undone here too.
import type { AttachedFile, FileKind, FileOwner } from '../bindings';
import { Failure } from '../failure';
import { find } from './contacts';
import type { Handlers } from './handlers';
import type { DoubleState } from './state';

type Versions = { first: AttachedFile[]; byBatch: Map<number, AttachedFile[]> };

const versions = new WeakMap<DoubleState, Versions>();

const KINDS: [FileKind, RegExp][] = [
  ['picture', /\.(jpe?g|png|gif|webp)$/i],
  ['document', /\.(pdf|docx?|odt)$/i],
  ['spreadsheet', /\.(xlsx?|csv|ods)$/i],
  ['text', /\.(txt|md)$/i],
  ['audio', /\.(mp3|m4a)$/i],
  ['archive', /\.zip$/i],
  ['mail', /\.eml$/i],
  ['program', /\.(exe|bat|sh)$/i],
];

const kindOf = (name: string): FileKind => KINDS.find(([, ending]) => ending.test(name))?.[0] ?? 'other';

const SEEDS: [name: string, size: number, state: AttachedFile['state']][] = [
  ['Membership form 2026, signed.pdf', 482_113, 'whole'],
  ['Portrait for the yearbook.jpg', 3_204_551, 'whole'],
  ['Invoices and payments 2019–2026.xlsx', 88_214, 'changed'],
  ['Notes of the first meeting.txt', 2_310, 'whole'],
  ['מכתב המלצה.docx', 31_200, 'missing'],
  ['setup.exe', 12_400_000, 'whole'],
];

const TEXT =
  'Dear Noa,\n\nthank you for your visit on Tuesday. We agreed on three things:\n\n1. the hall is ours in May,\n2. the choir sings first,\n3. the bill goes to the board.\n';
const PICTURE = `data:image/svg+xml;base64,${btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400"><rect width="600" height="400" fill="#c9d8e6"/><circle cx="450" cy="110" r="45" fill="#f4d38a"/><path d="M0 400l190-210 120 120 90-70 200 160z" fill="#2f5d62"/></svg>',
)}`;

/** The second contact and the second organization have files; the others none. */
function seeds(): AttachedFile[] {
  const owners: FileOwner[] = [
    { kind: 'contact', id: 2 },
    { kind: 'organization', id: 2 },
  ];
  return owners.flatMap((owner, of) =>
    SEEDS.slice(of * 3).map(([name, size, state], index) => ({
      id: of * 10 + index + 1,
      owner,
      name,
      type: kindOf(name),
      size,
      hash: String(of * 10 + index).padStart(64, '0'),
      added: `2026-11-${String(20 - index).padStart(2, '0')}T09:12:00Z`,
      by: 'dana',
      state,
    })),
  );
}

function all(state: DoubleState): AttachedFile[] {
  const known = versions.get(state) ?? { first: seeds(), byBatch: new Map() };
  versions.set(state, known);
  const latest = state.done.findLast(({ batch }) => known.byBatch.has(batch.batch));
  return (latest && known.byBatch.get(latest.batch.batch)) ?? known.first;
}

function of(state: DoubleState, owner: FileOwner): AttachedFile[] {
  const own = all(state).filter((file) => file.owner.kind === owner.kind && file.owner.id === owner.id);
  return own.toSorted((a, b) => b.added.localeCompare(a.added) || b.id - a.id);
}

/** Keeps the list after a change; gives the batch. */
function keep(state: DoubleState, operation: string, owner: FileOwner, files: AttachedFile[]): number {
  const contacts = owner.kind === 'contact' ? [[owner.id, find(state, owner.id)] as const] : [];
  const { batch } = state.write(operation, new Map(contacts));
  versions.get(state)?.byBatch.set(batch, files);
  return batch;
}

function one(state: DoubleState, id: number): AttachedFile {
  const file = all(state).find((candidate) => candidate.id === id);
  if (!file) throw new Failure('not_found', `There is no file ${id}.`, null, { what: 'file', id });
  return file;
}

export const fileHandlers: Handlers = {
  files_list: (state, { owner }) => {
    const files = of(state, owner);
    return { total: files.length, files };
  },
  files_attach: (state, { owner, paths }) => {
    const [fine, folders] = [paths.filter((path) => /\.\w+$/.test(path)), paths.filter((path) => !/\.\w+$/.test(path))];
    const next = Math.max(0, ...all(state).map(({ id }) => id)) + 1;
    const files = fine.map((path, index): AttachedFile => {
      const name = path.split('/').at(-1) ?? path;
      const size = 48_200;
      const hash = String(next + index).padStart(64, '0');
      const added = new Date().toISOString();
      return { id: next + index, owner, name, type: kindOf(name), size, hash, added, by: 'dana', state: 'whole' };
    });
    const refused = folders.map((path) => {
      const name = path.split('/').at(-1) ?? path;
      return { name, reason: 'folder' as const, message: `${name} is a folder.` };
    });
    const batch = files.length > 0 ? keep(state, 'files_attach', owner, [...all(state), ...files]) : null;
    return { files, already: 0, refused, batch };
  },
  files_detach: (state, { ids }) => {
    const owner = one(state, ids[0] ?? 0).owner;
    const left = all(state).filter(({ id }) => !ids.includes(id));
    return { batch: keep(state, 'files_detach', owner, left), count: ids.length };
  },
  file_rename: (state, { id, name }) => {
    const before = one(state, id);
    if (/[/\\:*?"<>|]/.test(name)) {
      const message = `A file can't be called “${name}” on every system.`;
      throw new Failure('invalid', message, null, { fields: [{ field: 'name', message }] });
    }
    const ending = before.name.match(/\.\w+$/)?.[0] ?? '';
    const file = { ...before, name: /\.\w+$/.test(name) ? name : name + ending };
    const files = all(state).map((other) => (other.id === id ? file : other));
    return { file, batch: keep(state, 'file_rename', before.owner, files) };
  },
  file_save: (state, { id, path }) => ({ file: path, bytes: one(state, id).size, changed: false }),
  files_verify: () => ({ checked: 0, bytes: 0, problems: [] }),
  file_preview: (state, { id }) => {
    const { type } = one(state, id);
    if (type === 'picture') return { kind: 'picture', data: PICTURE };
    if (type === 'text') return { kind: 'text', text: TEXT, more: true };
    return { kind: 'none' };
  },
};

// While the wizard is open, the commands of the screen beneath it do nothing: Ctrl+Z must not take back a change that nobody
// sees. The latest offer of a command wins, so an offer that does nothing withholds it.
import { type CommandId, useCommand } from '@/frame/commands';

const WITHHELD: CommandId[] = [
  'new-contact',
  'import',
  'paste',
  'export',
  'letters',
  'find',
  'undo',
  'redo',
  'select-all',
  'delete',
  'palette',
  'go-contacts',
  'go-groups',
  'go-opt-outs',
  'go-imports',
  'go-fields',
  'add-opt-outs',
  'status',
  'go-settings',
  'open-workspace',
  'new-workspace',
];

const nothing = () => {};

function Withheld({ id }: { id: CommandId }) {
  useCommand(id, nothing);
  return null;
}

export function WithheldCommands() {
  return WITHHELD.map((id) => <Withheld key={id} id={id} />);
}

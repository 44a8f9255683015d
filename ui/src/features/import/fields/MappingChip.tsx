// Mappings with a name: the columns taken as one of them says, what is chosen now kept under a name, one renamed or deleted.
import { Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { TextField } from '@/components/TextField';
import { call, useAsk } from '@/ipc/call';
import { requestOf } from '../model/request';
import { ChipPopover } from '../parts/ChipPopover';
import { RadioList } from '../parts/RadioList';
import type { StageProps } from '../props';
import styles from './MappingChip.module.css';

const NONE = '+none';

export function MappingChip({ state, dispatch }: StageProps) {
  const { t } = useTranslation('import');
  const mappings = useAsk('mappings', {}).data?.mappings ?? [];
  const choose = (name: string) => dispatch({ type: 'named', name: name === NONE ? null : name });
  const unnamed = state.preview?.remembered ? t('mapping.remembered') : t('mapping.none');
  return (
    <ChipPopover label={t('mapping.label')} value={state.named ?? unnamed} wide>
      {mappings.length > 0 && (
        <RadioList
          label={t('mapping.choose')}
          choices={[
            { id: NONE, label: unnamed },
            ...mappings.map(({ name, headers }) => ({ id: name, label: name, text: headers.join(', ') })),
          ]}
          value={state.named ?? NONE}
          onChange={choose}
        />
      )}
      {state.named !== null && <Chosen key={state.named} name={state.named} dispatch={dispatch} />}
      <SaveAs state={state} dispatch={dispatch} />
    </ChipPopover>
  );
}

/** What can be done with the mapping that is chosen. */
function Chosen({ name, dispatch }: { name: string; dispatch: StageProps['dispatch'] }) {
  const { t } = useTranslation('import');
  const showFailure = useShowFailure();
  const [to, setTo] = useState<string | null>(null);
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (!to?.trim()) return;
    call('mapping_rename', { name, to }).then(() => dispatch({ type: 'named', name: to.trim() }), showFailure);
  };
  const remove = () => {
    call('mapping_delete', { name }).then(() => dispatch({ type: 'named', name: null }), showFailure);
  };
  if (to !== null)
    return (
      <form className={styles.form} onSubmit={rename}>
        <TextField label={t('mapping.renameTo')} value={to} onChange={setTo} autoFocus />
        <Button type="submit" isDisabled={to.trim() === ''}>
          {t('mapping.rename')}
        </Button>
      </form>
    );
  return (
    <div className={styles.chosen}>
      <IconButton size="small" label={t('mapping.renameOne', { name })} icon={<Pencil />} onPress={() => setTo(name)} />
      <IconButton size="small" label={t('mapping.deleteOne', { name })} icon={<Trash2 />} onPress={remove} />
    </div>
  );
}

function SaveAs({ state, dispatch }: StageProps) {
  const { t } = useTranslation('import');
  const showFailure = useShowFailure();
  const [name, setName] = useState('');
  const request = requestOf(state);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '' || !request) return;
    call('mapping_save', { name: wanted, request }).then(() => {
      setName('');
      dispatch({ type: 'named', name: wanted });
    }, showFailure);
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <TextField label={t('mapping.saveAs')} value={name} onChange={setName} />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t('mapping.save')}
      </Button>
    </form>
  );
}

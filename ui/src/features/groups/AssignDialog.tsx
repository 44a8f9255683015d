// Putting contacts into a group, or taking them out, by a pasted list of e-mails and phones or by a file of them.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/TextField';
import type { Group, GroupAssigned, ImportSource } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { pickSpreadsheet } from '@/ipc/shell';
import styles from './GroupDialog.module.css';
import { useSave } from './useSave';

type AssignDialogProps = { group: Group; takesOut: boolean; onClose: () => void };

export function AssignDialog({ group, takesOut, onClose }: AssignDialogProps) {
  const { t } = useTranslation(['groups', 'common']);
  const [text, setText] = useState('');
  const [left, setLeft] = useState<GroupAssigned | null>(null);
  // Where some entries name nobody, or nobody was changed, the dialog stays and says so.
  const { save, isSaving, errorOf } = useSave(() => {});
  // The button that was pressed is gone then: without the focus the dialog would hear no key.
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (left) told.current?.focus();
  }, [left]);
  const operation = takesOut ? 'group_unassign' : 'group_assign';
  const assign = (source: ImportSource) => {
    const work = async () => {
      const done = await call(operation, { group: group.id, who: { kind: 'list', source } });
      if (done.unknown > 0 || done.changed === 0) setLeft(done);
      else onClose();
      return done;
    };
    const words = takesOut ? t('assigning.takenOut', { name: group.name }) : t('assigning.putIn', { name: group.name });
    void save(work, words);
  };
  const chooseFile = async () => {
    const path = await pickSpreadsheet(t('assigning.file'));
    if (path) assign({ kind: 'file', path });
  };
  const outcome = ({ contacts, changed }: GroupAssigned) => {
    if (changed > 0 || contacts === 0) return t('assigning.changed', { count: changed });
    return takesOut ? t('assigning.wereOut') : t('assigning.wereIn');
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={takesOut ? t('assigning.outTitle', { name: group.name }) : t('assigning.inTitle', { name: group.name })}
      onSubmit={() => assign({ kind: 'text', text })}
      actions={
        left ? (
          <Button variant="main" onPress={onClose}>
            {t('common:close')}
          </Button>
        ) : (
          <>
            <Button onPress={chooseFile} isDisabled={isSaving}>
              {t('assigning.file')}
            </Button>
            <Button variant="main" type="submit" isDisabled={isSaving || text.trim() === ''}>
              {takesOut ? t('assigning.takeOut') : t('assigning.put')}
            </Button>
          </>
        )
      }
    >
      <div className={styles.form} ref={told} tabIndex={-1}>
        {left ? (
          <>
            <p className={styles.text}>{outcome(left)}</p>
            {left.unknown > 0 && (
              <TextField
                label={t('assigning.unknown', { count: left.unknown })}
                value={left.unknown_values.join('\n')}
                rows={8}
                isReadOnly
                ltr
              />
            )}
          </>
        ) : (
          <TextField
            label={t('assigning.list')}
            description={group.kind === 'dynamic' ? t('assigning.pins') : t('assigning.hint')}
            value={text}
            onChange={setText}
            rows={8}
            ltr
            autoFocus
          />
        )}
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

// Which columns a list shows: all that there are, found by typing, ticked or not. Their order is changed in the list itself.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Dialog } from '@/components/Dialog';
import { readColumns } from '@/components/grid/arrangement';
import type { Arranged } from '@/components/grid/columns';
import { TextField } from '@/components/TextField';
import styles from './ColumnsDialog.module.css';

type ColumnsDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  arranged: Arranged[];
  onArrange: (columns: Arranged[]) => void;
  /** Every column that there is, with its label, beside the name. */
  choices: { code: string; label: string }[];
  usual: readonly string[];
};

export function ColumnsDialog({ isOpen, onClose, usual, ...boxes }: ColumnsDialogProps) {
  const { t } = useTranslation(['contacts', 'common']);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('choose.title')}
      actions={
        <>
          <Button onPress={() => boxes.onArrange(readColumns(usual.join(',')))}>{t('choose.usual')}</Button>
          <Button variant="main" onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <Boxes {...boxes} />
    </Dialog>
  );
}

function Boxes({ arranged, onArrange, choices: all }: Pick<ColumnsDialogProps, 'arranged' | 'onArrange' | 'choices'>) {
  const { t } = useTranslation('contacts');
  const [text, setText] = useState('');
  const shown = new Set(arranged.map(({ id }) => id));
  const choices = all.filter(({ label }) => label.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));

  const set = (code: string, on: boolean) =>
    onArrange(on ? [...arranged, { id: code, width: null }] : arranged.filter(({ id }) => id !== code));

  return (
    <div className={styles.choice}>
      <TextField label={t('choose.find')} value={text} onChange={setText} autoFocus />
      <ul className={styles.list} aria-label={t('choose.title')}>
        {choices.map(({ code, label }) => (
          <li key={code}>
            <Checkbox isSelected={shown.has(code)} onChange={(on) => set(code, on)}>
              <bdi>{label}</bdi>
            </Checkbox>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('choose.hint')}</p>
    </div>
  );
}

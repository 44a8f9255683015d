// Which columns the list shows: every field, found by typing, ticked or not. Their order is changed in the list itself.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Dialog } from '@/components/Dialog';
import type { Arranged } from '@/components/grid/columns';
import { TextField } from '@/components/TextField';
import { useColumnFields } from '../columns';
import { readColumns, USUAL } from './arrangement';
import styles from './ColumnsDialog.module.css';

type ColumnsDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  arranged: Arranged[];
  onArrange: (columns: Arranged[]) => void;
};

export function ColumnsDialog({ isOpen, onClose, arranged, onArrange }: ColumnsDialogProps) {
  const { t } = useTranslation(['contacts', 'common']);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('choose.title')}
      actions={
        <>
          <Button onPress={() => onArrange(readColumns(USUAL.join(',')))}>{t('choose.usual')}</Button>
          <Button variant="main" onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <Boxes arranged={arranged} onArrange={onArrange} />
    </Dialog>
  );
}

function Boxes({ arranged, onArrange }: Pick<ColumnsDialogProps, 'arranged' | 'onArrange'>) {
  const { t } = useTranslation('contacts');
  const { fields, labelOf } = useColumnFields();
  const [text, setText] = useState('');
  const shown = new Set(arranged.map(({ id }) => id));
  const codes = [...new Set([...arranged.map(({ id }) => id), ...USUAL, ...fields.map(({ code }) => code), 'changed'])];
  const choices = codes
    .filter((code) => code !== 'name')
    .map((code) => ({ code, label: code === 'changed' ? t('columns.changed') : labelOf(code) }))
    .filter(({ label }) => label.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));

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

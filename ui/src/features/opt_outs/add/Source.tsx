// Where the list comes from: lines that are pasted or typed, or a file.
import { FileSpreadsheet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { TextField } from '@/components/TextField';
import type { ImportSource } from '@/ipc/bindings';
import { pickSpreadsheet } from '@/ipc/shell';
import styles from './Source.module.css';

type SourceProps = { source: ImportSource; onChange: (source: ImportSource) => void; isDisabled: boolean };

export function Source({ source, onChange, isDisabled }: SourceProps) {
  const { t } = useTranslation('opt_outs');
  const showFailure = useShowFailure();
  const pick = () => {
    pickSpreadsheet(t('add.pickTitle')).then((path) => path !== null && onChange({ kind: 'file', path }), showFailure);
  };
  if (source.kind === 'file') {
    return (
      <div className={styles.file}>
        <FileSpreadsheet aria-hidden="true" />
        <bdi className={styles.name} title={source.path}>
          {source.path.split(/[\\/]/).at(-1)}
        </bdi>
        <Button size="small" onPress={pick} isDisabled={isDisabled}>
          {t('add.otherFile')}
        </Button>
        <Button
          size="small"
          variant="plain"
          onPress={() => onChange({ kind: 'text', text: '' })}
          isDisabled={isDisabled}
        >
          {t('add.typeInstead')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.paste}>
      <TextField
        ltr
        label={t('add.lines')}
        description={t('add.linesHint')}
        placeholder={'noa@harbour.example\n+44 7400 123456'}
        rows={5}
        value={source.text}
        onChange={(text) => onChange({ kind: 'text', text })}
        isDisabled={isDisabled}
        autoFocus
      />
      <Button size="small" icon={<FileSpreadsheet />} onPress={pick} isDisabled={isDisabled}>
        {t('add.chooseFile')}
      </Button>
    </div>
  );
}

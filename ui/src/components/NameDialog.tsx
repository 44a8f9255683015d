// Asks for a name.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Failure, toFailure } from '@/ipc/failure';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { useFailureText } from './failures';
import { TextField } from './TextField';

type NameDialogProps = {
  isOpen: boolean;
  title: string;
  /** What the field says: "Name of the view". */
  label: string;
  name: string;
  onName: (name: string) => Promise<void>;
  onClose: () => void;
};

export function NameDialog({ isOpen, title, label, name, onName, onClose }: NameDialogProps) {
  const { t } = useTranslation();
  const inWords = useFailureText();
  const [text, setText] = useState(name);
  const [failure, setFailure] = useState<Failure | null>(null);

  const submit = async () => {
    try {
      await onName(text.trim());
      onClose();
    } catch (reason) {
      setFailure(toFailure(reason));
    }
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={!text.trim()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <TextField label={label} value={text} onChange={setText} autoFocus error={failure && inWords(failure).message} />
    </Dialog>
  );
}

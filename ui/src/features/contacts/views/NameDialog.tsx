// Asks for the name of a view.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useFailureText } from '@/components/failures';
import { TextField } from '@/components/TextField';
import { type Failure, toFailure } from '@/ipc/failure';

type NameDialogProps = {
  isOpen: boolean;
  title: string;
  name: string;
  onName: (name: string) => Promise<void>;
  onClose: () => void;
};

export function NameDialog({ isOpen, title, name, onName, onClose }: NameDialogProps) {
  const { t } = useTranslation(['contacts', 'common']);
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
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={!text.trim()}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('view.name')}
        value={text}
        onChange={setText}
        autoFocus
        error={failure && inWords(failure).message}
      />
    </Dialog>
  );
}

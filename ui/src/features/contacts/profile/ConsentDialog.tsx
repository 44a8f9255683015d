// What a contact said about a purpose, with the proof that the office may have to show one day.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { DayField } from '@/components/DayField';
import { Dialog } from '@/components/Dialog';
import { useFailureText } from '@/components/failures';
import { Segmented } from '@/components/Segmented';
import { TextField } from '@/components/TextField';
import type { Consent } from '@/ipc/bindings';
import styles from './ConsentDialog.module.css';
import type { EditContact } from './useEditContact';

const STATES = ['given', 'refused', 'withdrawn'] as const;

type ConsentDialogProps = { consent: Consent | null; isOpen: boolean; onClose: () => void; onEdit: EditContact };

export function ConsentDialog(props: ConsentDialogProps) {
  const { t } = useTranslation(['profile', 'common']);
  const { consent, isOpen, onClose } = props;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('consent.title')}>
      <Form {...props} key={consent?.purpose ?? 'new'} />
    </Dialog>
  );
}

const today = () => new Date().toLocaleDateString('sv');

function Form({ consent, onClose, onEdit }: ConsentDialogProps) {
  const { t } = useTranslation(['profile', 'common']);
  const inWords = useFailureText();
  const [draft, setDraft] = useState(consent ?? { purpose: '', state: 'given', date: today(), how: null, note: null });
  const [refusal, setRefusal] = useState<string | null>(null);
  const set = (part: keyof Consent) => (value: string) => setDraft((old) => ({ ...old, [part]: value }));
  const save = async (state: string) => {
    try {
      await onEdit({ kind: 'consent', ...draft, state });
      onClose();
    } catch (reason) {
      setRefusal(inWords(reason).message);
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save(draft.state);
      }}
    >
      <TextField
        label={t('consent.purpose')}
        description={t('consent.purposeHint')}
        value={draft.purpose}
        onChange={set('purpose')}
        isReadOnly={consent !== null}
        error={refusal}
        autoFocus={consent === null}
      />
      <Segmented
        label={t('consent.state')}
        choices={STATES.map((id) => ({ id, label: t(`consent.states.${id}`) }))}
        value={draft.state}
        onChange={set('state')}
      />
      <DayField
        label={t('consent.date')}
        value={draft.date ?? ''}
        day={draft.date ?? ''}
        onChange={set('date')}
        onPick={set('date')}
      />
      <TextField
        label={t('consent.how')}
        description={t('consent.howHint')}
        value={draft.how ?? ''}
        onChange={set('how')}
      />
      <TextField label={t('consent.note')} rows={2} value={draft.note ?? ''} onChange={set('note')} />
      <div className={styles.actions}>
        {consent && (
          <Button variant="danger" onPress={() => void save('')}>
            {t('removePoint')}
          </Button>
        )}
        <span className={styles.space} />
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button variant="main" type="submit">
          {t('common:save')}
        </Button>
      </div>
    </form>
  );
}

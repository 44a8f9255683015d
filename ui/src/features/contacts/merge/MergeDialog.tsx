// Contacts that are one person, side by side: of each field in which they differ one value is chosen; everything else comes
// together on the one that was there first.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Refusal } from '@/components/Refusal';
import { useUndo } from '@/frame/undo';
import type { MergeLook, Selection } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import { type Failure, toFailure } from '@/ipc/failure';
import { choicesOf, type Picked, together } from './choices';
import styles from './MergeDialog.module.css';
import { MergeTable } from './MergeTable';

/** As many as can be compared side by side. */
export const MOST = 10;

type MergeDialogProps = {
  selection: Selection;
  count: number;
  onClose: () => void;
  /** Says who took the others in. */
  onMerged?: (into: number) => void;
};

export function MergeDialog({ selection: chosen, count, onClose, onMerged }: MergeDialogProps) {
  const { t } = useTranslation(['contacts', 'common']);
  const [selection] = useState(chosen);
  const [picked, setPicked] = useState<Picked>({});
  const [isRunning, setRunning] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const { data: look, error } = useAsk('contacts_merge_look', { selection }, { enabled: !isRunning });
  const { confirm } = useUndo();
  const failure = refused ?? (error && toFailure(error));

  const merge = async ({ contacts, fields }: MergeLook) => {
    const [into = 0, ...from] = contacts.map(({ id }) => id);
    setRunning(true);
    try {
      const done = await call('contacts_merge', {
        into,
        from,
        prefer: null,
        choose: choicesOf(contacts, fields, picked),
        set: [],
      });
      onClose();
      onMerged?.(into);
      confirm(t('merge.done', { count: contacts.length, name: done.contact.name }), done.batch);
    } catch (thrown) {
      setRefused(toFailure(thrown));
      setRunning(false);
    }
  };

  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('merge.title', { count })}
      locked={isRunning}
      onSubmit={() => look && void merge(look)}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isRunning}>
            {t('common:cancel')}
          </Button>
          <Button variant="main" type="submit" isDisabled={isRunning || !look}>
            {t('merge.do')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.about}>{t('merge.about')}</p>
        {look && <MergeTable look={look} picked={picked} onPick={setPicked} />}
        {look && <Together look={look} />}
        <Refusal failure={failure} />
      </div>
    </Dialog>
  );
}

/** What the merged contact has of which there may be several. */
function Together({ look }: { look: MergeLook }) {
  const { t } = useTranslation('contacts');
  return (
    <dl className={styles.together} aria-label={t('merge.together')}>
      {together(look.contacts).map(({ what, texts, isLatin }) => (
        <div key={what}>
          <dt>{t(`merge.${what}`)}</dt>
          {texts.map((text) => (
            <dd key={text} dir={isLatin ? 'ltr' : 'auto'}>
              {text}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

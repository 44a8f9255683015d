// One consent in a line: the purpose, what was said, when and how.
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLongDate } from '@/components/numbers';
import type { Consent } from '@/ipc/bindings';
import styles from './ConsentRow.module.css';

export function ConsentRow({ consent, onOpen }: { consent: Consent; onOpen: () => void }) {
  const { t } = useTranslation('profile');
  const date = useLongDate();
  const { purpose, state, how, note } = consent;
  const proof = [consent.date && date(consent.date), how, note].filter(Boolean).join(' · ');
  return (
    <Button className={styles.row ?? ''} onPress={onOpen}>
      <span className="unseen">{t('editValue', { field: t('sections.consents') })}: </span>
      <bdi className={styles.purpose}>{purpose}</bdi>
      <span className={styles.state} data-state={state}>
        {t(`consent.states.${state as 'given'}`)}
      </span>
      {proof && <bdi className={styles.proof}>{proof}</bdi>}
    </Button>
  );
}

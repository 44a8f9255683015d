// What taking an import back came to: how many contacts are as before, and which were kept, each with the reason.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import type { Kept, Undone } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { Notice } from '../parts/Notice';
import { closeImport } from '../start';
import { useKeptReason } from '../words';
import styles from './UndoneNotice.module.css';

const SHOWN = 50;

export function UndoneNotice({ undone: { reversed, kept } }: { undone: Undone }) {
  const { t } = useTranslation('import');
  return (
    <div className={styles.outcome}>
      <Notice
        tone="info"
        title={t('done.reversed', { count: reversed })}
        text={kept.length > 0 ? t('done.kept', { count: kept.length }) : null}
      />
      {kept.length > 0 && (
        <ul className={styles.kept} aria-label={t('done.keptLabel')}>
          {kept.slice(0, SHOWN).map((one) => (
            <KeptContact key={one.id} kept={one} />
          ))}
          {kept.length > SHOWN && <li className={styles.more}>{t('done.keptMore', { count: kept.length - SHOWN })}</li>}
        </ul>
      )}
    </div>
  );
}

function KeptContact({ kept: { id, reason } }: { kept: Kept }) {
  const { t } = useTranslation('import');
  const { data } = useAsk('contact_get', { id });
  const inWords = useKeptReason();
  const navigate = useNavigate();
  const open = () => {
    closeImport();
    void navigate(`/contacts/${id}`);
  };
  return (
    <li className={styles.contact}>
      <Button variant="plain" size="small" onPress={open}>
        <bdi>{data?.name || t('done.contact', { id })}</bdi>
      </Button>
      <span className={styles.reason}>{inWords(reason)}</span>
    </li>
  );
}

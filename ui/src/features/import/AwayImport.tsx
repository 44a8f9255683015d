// The import under way, small, at the bottom of the sidebar: how far it is, back to it, and a way to cancel it.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { ProgressBar } from '@/components/ProgressBar';
import { showToast } from '@/components/Toast';
import { useCommand } from '@/frame/commands';
import styles from './AwayImport.module.css';
import { type Away, useAway } from './away';
import { useSeconds } from './summary/useSeconds';

export function AwayImport() {
  const away = useAway();
  return away && <Card away={away} />;
}

function Card({ away: { name, progress, cancelling, cancel, comeBack } }: { away: Away }) {
  const { t } = useTranslation('import');
  const inSeconds = useSeconds();
  const left = progress?.seconds_left ?? null;
  const detail = cancelling
    ? t('run.cancelling')
    : left === null
      ? '\u00a0'
      : t('run.left', { time: inSeconds(Math.max(1, Math.round(left))) });
  return (
    <section className={styles.card} aria-label={t('away.label')}>
      <Withheld />
      <div className={styles.head}>
        <span className={styles.title} title={`${name ?? t('away.pasted')}\n${t('away.waits')}`}>
          {name === null ? t('away.pasted') : <bdi>{name}</bdi>}
        </span>
        <IconButton size="small" label={t('run.cancel')} icon={<X />} onPress={cancel} isDisabled={cancelling} />
      </div>
      <ProgressBar label={t('run.title')} fraction={progress?.fraction ?? null} detail={detail} />
      <Button size="small" onPress={comeBack}>
        {t('away.show')}
      </Button>
    </section>
  );
}

/** Undo would wait for the import and then take that back, which nobody asked for. */
function Withheld() {
  const { t } = useTranslation('import');
  const tell = () => {
    showToast({ title: t('away.noUndo'), detail: t('away.waits') });
  };
  useCommand('undo', tell);
  useCommand('redo', tell);
  return null;
}

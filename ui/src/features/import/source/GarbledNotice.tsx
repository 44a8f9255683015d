// Text that was once read in a wrong encoding and saved so, as it stands and as it would be: repaired when the user says so.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import type { Garbled } from '@/ipc/bindings';
import { Notice } from '../parts/Notice';
import type { StageProps } from '../props';
import styles from './GarbledNotice.module.css';

const SHOWN = 3;

export function GarbledNotice({ garbled, dispatch }: { garbled: Garbled; dispatch: StageProps['dispatch'] }) {
  const { t } = useTranslation('import');
  const { repaired, samples } = garbled;
  const choose = () => dispatch({ type: 'options', options: { repair_text: !repaired } });
  return (
    <Notice
      tone={repaired ? 'info' : 'warn'}
      title={repaired ? t('source.repaired') : t('source.garbled', { count: garbled.cells })}
      text={
        <span className={styles.samples}>
          {samples.slice(0, SHOWN).map(({ before, after }) => (
            <span key={before}>
              <bdi className={styles.before}>{before}</bdi> {t('source.becomes')}{' '}
              <bdi className={styles.after}>{after}</bdi>
            </span>
          ))}
        </span>
      }
      actions={
        <Button size="small" variant={repaired ? 'plain' : 'main'} onPress={choose}>
          {repaired ? t('source.leaveGarbled') : t('source.repair')}
        </Button>
      }
    />
  );
}

// What this program is and which workspace is open.
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { useAsk } from '@/ipc/call';
import styles from './About.module.css';

export function About({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('frame');
  const { data } = useAsk('workspace_info', {}, { enabled: isOpen });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('about.title')}>
      <p>{t('about.text')}</p>
      {data && (
        <p className={styles.fact}>
          {t('about.workspace')}: <bdi className="copyable">{data.path}</bdi>
        </p>
      )}
    </Dialog>
  );
}

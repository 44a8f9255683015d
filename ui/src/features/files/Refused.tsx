// The files that could not be attached, each with the reason; stays until it is closed or others are attached.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import type { RefusedFile } from '@/ipc/bindings';
import styles from './FilesTab.module.css';

export function Refused({ files, onClose }: { files: RefusedFile[]; onClose: () => void }) {
  const { t } = useTranslation(['files', 'common']);
  if (files.length === 0) return null;
  return (
    <div className={styles.refused} role="alert">
      <div>
        <p className={styles.refusedTitle}>{t('refused.title', { count: files.length })}</p>
        <ul>
          {files.map(({ name, reason }) => (
            <li key={name}>
              <bdi>{name}</bdi>: {t(`refused.${reason}`)}
            </li>
          ))}
        </ul>
      </div>
      <IconButton size="small" label={t('common:close')} icon={<X />} onPress={onClose} />
    </div>
  );
}

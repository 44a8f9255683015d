// A look at a picture or the beginning of a text, without another program.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import type { AttachedFile } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './Preview.module.css';
import type { FileDeeds } from './useFileDeeds';

type PreviewProps = { file: AttachedFile; deeds: FileDeeds; onClose: () => void };

export function Preview({ file, deeds, onClose }: PreviewProps) {
  const { t } = useTranslation(['files', 'common']);
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={<bdi>{file.name}</bdi>}
      actions={
        <>
          <Button onPress={() => deeds.save(file)}>{t('save')}</Button>
          <Button variant="main" onPress={() => deeds.open(file)}>
            {t('open')}
          </Button>
        </>
      }
    >
      <Content file={file} />
    </Dialog>
  );
}

function Content({ file }: { file: AttachedFile }) {
  const { t } = useTranslation('files');
  const { data, error } = useAsk('file_preview', { id: file.id });
  if (data?.kind === 'picture') {
    return <img className={styles.picture} src={data.data} alt={file.name} draggable={false} />;
  }
  if (data?.kind === 'text') {
    return (
      <>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached by the keyboard */}
        <section className={styles.text} aria-label={file.name} tabIndex={0}>
          <pre dir="auto" className="copyable">
            {data.text}
          </pre>
        </section>
        {data.more && <p className={styles.more}>{t('goesOn')}</p>}
      </>
    );
  }
  if (!data && !error) return <div className={styles.waiting} />;
  return <p className={styles.more}>{t('noPreview')}</p>;
}

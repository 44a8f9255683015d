// The files of a contact or an organization: a list that is opened, previewed, renamed and removed by pointer and by keyboard,
// and a place to drop more. Dropping anywhere on the window attaches while this is shown.
import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { NameDialog } from '@/components/NameDialog';
import { ProgressBar } from '@/components/ProgressBar';
import { useFileTaker } from '@/frame/files';
import type { AttachedFile, FileOwner } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { FileList } from './FileList';
import styles from './FilesTab.module.css';
import { Preview } from './Preview';
import { Refused } from './Refused';
import { useAttach } from './useAttach';
import { useFileDeeds } from './useFileDeeds';
import { useFiles } from './useFiles';

type FilesTabProps = {
  owner: FileOwner;
  /** The name of the contact or organization. */
  name: string;
  /** In the trash: files are opened and saved, not changed. */
  isFixed?: boolean;
};

export function FilesTab({ owner, name, isFixed = false }: FilesTabProps) {
  const { t } = useTranslation('files');
  const files = useFiles(owner);
  const { attach, choose, attaching, refused, forgetRefused } = useAttach(owner);
  const [renaming, setRenaming] = useState<AttachedFile | null>(null);
  const [previewed, setPreviewed] = useState<AttachedFile | null>(null);
  const deeds = useFileDeeds();
  useFileTaker(
    () => !isFixed,
    (paths) => void attach(paths),
    isFixed ? undefined : { title: t('drop', { name }), text: t('dropHint') },
  );
  if (!files) return null;
  return (
    <div className={styles.tab}>
      {attaching && (
        <div className={styles.progress}>
          <ProgressBar label={t('attaching')} fraction={attaching.fraction} detail={t('attaching')} />
          <Button size="small" onPress={attaching.cancel}>
            {t('cancel')}
          </Button>
        </div>
      )}
      <Refused files={refused} onClose={forgetRefused} />
      {files.length === 0 ? (
        <Nothing isFixed={isFixed} onChoose={choose} />
      ) : (
        <>
          {!isFixed && <Add onChoose={choose} />}
          <FileList files={files} isFixed={isFixed} deeds={deeds} onRename={setRenaming} onPreview={setPreviewed} />
        </>
      )}
      {renaming && (
        <NameDialog
          isOpen
          title={t('rename.title')}
          label={t('rename.name')}
          name={renaming.name}
          onName={(text) => deeds.rename(renaming, text)}
          onClose={() => setRenaming(null)}
        />
      )}
      {previewed && <Preview file={previewed} deeds={deeds} onClose={() => setPreviewed(null)} />}
    </div>
  );
}

function Nothing({ isFixed, onChoose }: { isFixed: boolean; onChoose: () => void }) {
  const { t } = useTranslation('files');
  if (isFixed) return <p className={styles.none}>{t('none.fixed')}</p>;
  return (
    <div className={styles.empty}>
      <EmptyState
        drop
        icon={<Paperclip />}
        title={t('none.title')}
        text={t('none.text')}
        actions={
          <Button variant="main" onPress={onChoose}>
            {t('choose')}
          </Button>
        }
      />
    </div>
  );
}

function Add({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation('files');
  return (
    <div className={styles.add}>
      <Paperclip aria-hidden="true" />
      <span>{t('dropMore')}</span>
      <Button size="small" onPress={onChoose}>
        {t('choose')}
      </Button>
    </div>
  );
}

/** The title of the tab, with how many files are behind it. */
export function useFilesTitle(owner: FileOwner): string {
  const { t } = useTranslation('files');
  const { data } = useAsk('files_list', { owner });
  return data?.total ? t('tabCount', { count: data.total }) : t('tab');
}

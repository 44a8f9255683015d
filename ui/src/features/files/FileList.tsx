// The list: one stop of the Tab key; arrows walk, Enter opens, Space previews, F2 renames, Delete removes.
import { Download, Ellipsis, Eye, FolderOpen, Pencil, Trash2, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { Menu, MenuItem, MenuSeparator } from '@/components/Menu';
import { useShortDate } from '@/components/numbers';
import type { AttachedFile } from '@/ipc/bindings';
import styles from './FileList.module.css';
import { ICONS, PREVIEWED } from './kinds';
import type { FileDeeds } from './useFileDeeds';
import { useFileSize } from './useFileSize';

/** More than a profile usually has; the others come at a press. */
const PAGE = 100;

type Deeds = {
  isFixed: boolean;
  deeds: FileDeeds;
  onRename: (file: AttachedFile) => void;
  onPreview: (file: AttachedFile) => void;
};

export function FileList({ files, ...props }: Deeds & { files: AttachedFile[] }) {
  const { t } = useTranslation('files');
  const [limit, setLimit] = useState(PAGE);
  const { deeds, isFixed, onRename, onPreview } = props;
  const byKey = (key: unknown) => files.find(({ id }) => id === Number(key));
  const onKeyDown = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[role="row"]');
    const file = row === event.target ? byKey(row?.dataset.key) : undefined;
    if (!file) return;
    if (event.key === ' ' && PREVIEWED.includes(file.type)) onPreview(file);
    else if (event.key === 'F2' && !isFixed) onRename(file);
    else if (event.key === 'Delete' && !isFixed) deeds.remove(file);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const more = files.length - limit;
  return (
    <div onKeyDownCapture={onKeyDown}>
      <GridList
        className={styles.list ?? ''}
        aria-label={t('tab')}
        items={files.slice(0, limit)}
        onAction={(key) => {
          const file = byKey(key);
          if (file) deeds.open(file);
        }}
      >
        {(file) => <FileRow file={file} {...props} />}
      </GridList>
      {more > 0 && (
        <Button size="small" variant="plain" onPress={() => setLimit(limit + 10 * PAGE)}>
          {t('more', { count: more })}
        </Button>
      )}
    </div>
  );
}

function FileRow({ file, ...props }: Deeds & { file: AttachedFile }) {
  const { t } = useTranslation('files');
  const size = useFileSize();
  const date = useShortDate();
  const Icon = ICONS[file.type];
  const isLost = file.state === 'missing' || file.state === 'changed';
  return (
    <GridListItem id={file.id} textValue={file.name} className={styles.row ?? ''}>
      <Icon className={styles.icon} aria-label={t(`types.${file.type}`)} />
      <span className={styles.about}>
        <bdi className={styles.name}>{file.name}</bdi>
        <span className={styles.facts}>
          <bdi>{size(file.size)}</bdi>
          {' · '}
          <bdi>{date(file.added)}</bdi>
          {file.by && (
            <>
              {' · '}
              <bdi>{file.by}</bdi>
            </>
          )}
        </span>
        {isLost && (
          <span className={styles.lost}>
            <TriangleAlert aria-hidden="true" />
            {t(`states.${file.state as 'missing' | 'changed'}`)}
          </span>
        )}
      </span>
      <FileMenu file={file} {...props} />
    </GridListItem>
  );
}

function FileMenu({ file, isFixed, deeds, onRename, onPreview }: Deeds & { file: AttachedFile }) {
  const { t } = useTranslation('files');
  const label = t('actions', { name: file.name });
  const isGone = file.state === 'missing';
  return (
    <Menu aria-label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
      <MenuItem icon={<FolderOpen />} isDisabled={isGone} onAction={() => deeds.open(file)}>
        {t('open')}
      </MenuItem>
      {PREVIEWED.includes(file.type) && (
        <MenuItem icon={<Eye />} isDisabled={isGone} onAction={() => onPreview(file)}>
          {t('preview')}
        </MenuItem>
      )}
      <MenuItem icon={<Download />} isDisabled={isGone} onAction={() => deeds.save(file)}>
        {t('save')}
      </MenuItem>
      {!isFixed && (
        <>
          <MenuItem icon={<Pencil />} onAction={() => onRename(file)}>
            {t('renameIt')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} danger onAction={() => deeds.remove(file)}>
            {t('remove')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

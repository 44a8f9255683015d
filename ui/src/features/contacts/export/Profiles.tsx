// Exports with a name: chosen, so that the whole dialog says what one of them says; what it says now kept; renamed, deleted.
import { BookmarkPlus, ChevronDown, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem, MenuSeparator } from '@/components/Menu';
import { NameDialog } from '@/components/NameDialog';
import { useUndo } from '@/frame/undo';
import { call, useAsk } from '@/ipc/call';
import { type Draft, fromCore, isSame, toCore } from './choice';
import styles from './Profiles.module.css';

type ProfilesProps = {
  draft: Draft;
  /** The profile that the dialog follows, if one was chosen. */
  chosen: string | null;
  onChoose: (name: string | null, draft?: Draft) => void;
  isDisabled: boolean;
};

export function Profiles({ draft, chosen, onChoose, isDisabled }: ProfilesProps) {
  const { t } = useTranslation('export');
  const profiles = useAsk('export_profiles', {}).data?.profiles ?? [];
  const kept = profiles.find(({ name }) => name === chosen)?.choice;
  const isChanged = kept !== undefined && !isSame(fromCore(kept), draft);
  const name = chosen ?? t('noProfile');
  const shown = isChanged ? t('profileChanged', { name }) : name;
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  const showFailure = useShowFailure();
  const undo = useUndo();

  const save = async (name: string) => {
    await call('export_profile_save', { name, choice: toCore(draft) });
    onChoose(name);
  };
  const rename = async (to: string) => {
    await call('export_profile_rename', { name: chosen ?? '', to });
    onChoose(to);
  };
  const remove = (name: string) => {
    call('export_profile_delete', { name }).then(({ batch }) => {
      onChoose(null);
      undo.confirm(t('profileDeleted', { name }), batch);
    }, showFailure);
  };
  return (
    <div className={styles.row}>
      <span className={styles.label}>{t('profile')}</span>
      <Menu
        trigger={
          <Button size="small" isDisabled={isDisabled} aria-label={t('profileIs', { name: shown })}>
            <bdi className={styles.name}>{shown}</bdi>
            <ChevronDown />
          </Button>
        }
      >
        {profiles.map(({ name, choice }) => (
          <MenuItem key={name} textValue={name} onAction={() => onChoose(name, fromCore(choice))}>
            <bdi>{name}</bdi>
          </MenuItem>
        ))}
        {profiles.length > 0 && <MenuSeparator />}
        <MenuItem icon={<BookmarkPlus />} onAction={() => setNaming('save')}>
          {t('saveProfile')}
        </MenuItem>
        {chosen !== null && (
          <MenuItem icon={<Pencil />} onAction={() => setNaming('rename')}>
            {t('renameProfile')}
          </MenuItem>
        )}
        {chosen !== null && (
          <MenuItem icon={<Trash2 />} onAction={() => remove(chosen)}>
            {t('deleteProfile')}
          </MenuItem>
        )}
      </Menu>
      {naming !== null && (
        <NameDialog
          isOpen
          title={t(naming === 'save' ? 'saveProfile' : 'renameProfile')}
          label={t('profileName')}
          name={chosen ?? ''}
          onName={naming === 'save' ? save : rename}
          onClose={() => setNaming(null)}
        />
      )}
    </div>
  );
}

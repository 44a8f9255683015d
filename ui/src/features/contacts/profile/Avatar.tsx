// The contact's picture, or the letters of the name where there is none. A press offers to choose another; a picture that is
// dropped on the window while the profile is open is taken for it.
import { ImagePlus, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem } from '@/components/Menu';
import { useFileTaker } from '@/frame/files';
import type { Contact } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import { pickPicture } from '@/ipc/shell';
import styles from './Avatar.module.css';
import { useShowChanged } from './useEditContact';

/** Up to two letters that stand for a name: the first of its first and last words. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => word?.match(/\p{L}/u)?.[0]?.toLocaleUpperCase() ?? '').join('');
}

const isPicture = (path: string) => /\.(jpe?g|png|webp|gif|bmp)$/i.test(path);

export function Avatar({ contact }: { contact: Contact }) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  const showChanged = useShowChanged(contact.id);
  const { photo } = contact;
  const { data } = useAsk('photo_get', { hash: photo ?? '' }, { enabled: photo !== null });
  const set = (path: string | null) =>
    showChanged(call('contact_photo_set', { id: contact.id, path })).catch(showFailure);
  const choose = () => {
    pickPicture(t('photo.pick')).then((path) => {
      if (path !== null) void set(path);
    }, showFailure);
  };
  useFileTaker(
    (paths) => paths.length === 1 && paths.every(isPicture),
    ([path]) => path && void set(path),
  );
  return (
    <Menu
      aria-label={t('photo.title')}
      trigger={
        <Button className={styles.avatar ?? ''} aria-label={t('photo.title')}>
          {photo && data ? (
            <img src={data.data} alt="" draggable={false} />
          ) : (
            <span
              className={styles.initials}
              data-initials={initials(
                [contact.first_name, contact.last_name].filter(Boolean).join(' ') || contact.name,
              )}
            />
          )}
        </Button>
      }
    >
      <MenuItem icon={<ImagePlus />} onAction={choose}>
        {t('photo.choose')}
      </MenuItem>
      {photo && (
        <MenuItem icon={<Trash2 />} danger onAction={() => void set(null)}>
          {t('photo.remove')}
        </MenuItem>
      )}
    </Menu>
  );
}

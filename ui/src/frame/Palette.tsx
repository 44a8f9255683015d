// The command palette: every command that can be run now, and the contacts themselves, found by typing.
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Kbd } from '@/components/Kbd';
import type { ContactRow } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { runCommand, useOfferedCommands } from './commands';
import { keyLabel } from './keys';
import styles from './Palette.module.css';

export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('frame');
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('palette.title')}>
          <Choices onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const FOUND = 6;

/** The contacts that what was typed finds. */
function useFound(text: string): ContactRow[] {
  const sort = { field: 'name', descending: false };
  const query = { search: text.trim(), group: null, batch: null, filter: '', sort };
  const enabled = text.trim().length > 1;
  const { data } = useAsk('contacts_page', { query, offset: 0, limit: FOUND }, { enabled, keepPrevious: true });
  return enabled ? (data?.rows ?? []) : [];
}

const OF_CONTACT = 'contact:';

function Choices({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const found = useFound(text);
  const { t } = useTranslation('frame');
  const { contains } = useFilter({ sensitivity: 'base' });
  const offered = useOfferedCommands().filter((id) => id !== 'palette');

  // The palette closes first, so that a command may open a dialog of its own and take the focus.
  const run = (id: string) => {
    onClose();
    if (id.startsWith(OF_CONTACT)) navigate(`/contacts/${id.slice(OF_CONTACT.length)}`);
    else setTimeout(() => runCommand(id));
  };

  return (
    <Autocomplete filter={contains} inputValue={text} onInputChange={setText}>
      <SearchField aria-label={t('palette.placeholder')} autoFocus className={styles.field ?? ''}>
        <Input className={styles.input} placeholder={t('palette.placeholder')} />
      </SearchField>
      <Menu
        className={styles.list ?? ''}
        aria-label={t('palette.title')}
        onAction={(key) => run(String(key))}
        renderEmptyState={() => <div className={styles.none}>{t('palette.nothing')}</div>}
      >
        {offered.map((id) => (
          <MenuItem key={id} id={id} textValue={t(`commands.${id}`)} className={styles.item ?? ''}>
            {t(`commands.${id}`)}
            {keyLabel(id) && <Kbd>{keyLabel(id) ?? ''}</Kbd>}
          </MenuItem>
        ))}
        {found.map(({ id, name, organization }) => (
          // The search has found it already, by whatever it was: its text holds what was typed.
          <MenuItem
            key={OF_CONTACT + id}
            id={OF_CONTACT + id}
            textValue={`${name} ${text}`}
            className={styles.item ?? ''}
          >
            <bdi>{name}</bdi>
            <span className={styles.aside}>
              <bdi>{organization}</bdi>
            </span>
          </MenuItem>
        ))}
      </Menu>
    </Autocomplete>
  );
}

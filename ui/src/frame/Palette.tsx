// The command palette: every command that can be run now, found by typing.
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
import { Kbd } from '@/components/Kbd';
import { type CommandId, runCommand, useOfferedCommands } from './commands';
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

function Choices({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('frame');
  const { contains } = useFilter({ sensitivity: 'base' });
  const offered = useOfferedCommands().filter((id) => id !== 'palette');

  // The palette closes first, so that a command may open a dialog of its own and take the focus.
  const run = (id: CommandId) => {
    onClose();
    setTimeout(() => runCommand(id));
  };

  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={t('palette.placeholder')} autoFocus className={styles.field ?? ''}>
        <Input className={styles.input} placeholder={t('palette.placeholder')} />
      </SearchField>
      <Menu
        className={styles.list ?? ''}
        aria-label={t('palette.title')}
        onAction={(key) => run(key as CommandId)}
        renderEmptyState={() => <div className={styles.none}>{t('palette.nothing')}</div>}
      >
        {offered.map((id) => (
          <MenuItem key={id} id={id} textValue={t(`commands.${id}`)} className={styles.item ?? ''}>
            {t(`commands.${id}`)}
            {keyLabel(id) && <Kbd>{keyLabel(id) ?? ''}</Kbd>}
          </MenuItem>
        ))}
      </Menu>
    </Autocomplete>
  );
}

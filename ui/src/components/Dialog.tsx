// Windows over the window: a dialog in the middle, and the sheet that fills the window (the import wizard). Both keep the
// keyboard inside, close on Escape, and give the focus back where it was.
import { X } from 'lucide-react';
import type { FormEvent, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button';
import styles from './Dialog.module.css';
import { keepFocusWithin } from './focus';

type Shown = { isOpen: boolean; onClose: () => void; title: ReactNode; children: ReactNode };

type DialogProps = Shown & {
  /** Buttons at the bottom, the main one last. */
  actions?: ReactNode;
  /** Makes the dialog a form: Enter and its button of the type submit come here. */
  onSubmit?: () => void;
  /** For lists and forms that want room. */
  wide?: boolean;
  /** While something runs that closing would not stop. */
  locked?: boolean;
};

export function Dialog({ isOpen, onClose, title, children, actions, onSubmit, wide, locked = false }: DialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!locked}
      isKeyboardDismissDisabled={locked}
    >
      <Modal className={styles.modal ?? ''} data-wide={wide || undefined}>
        <AriaDialog ref={keepFocusWithin} className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {title}
            </Heading>
            <IconButton size="small" label={t('close')} icon={<X />} onPress={onClose} isDisabled={locked} />
          </header>
          <Content onSubmit={onSubmit}>
            <div className={styles.body}>{children}</div>
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </Content>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Content({ onSubmit, children }: { onSubmit?: () => void; children: ReactNode }) {
  if (!onSubmit) return <div className={styles.content}>{children}</div>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.content} onSubmit={submit}>
      {children}
    </form>
  );
}

type SheetProps = Shown & {
  /** What stands at the end of the head, such as the stepper. */
  aside?: ReactNode;
  /** The row of buttons at the bottom. */
  footer: ReactNode;
};

/** A window-wide sheet: head with title and stepper, scrolling body, footer at a fixed place. */
export function Sheet({ isOpen, onClose, title, aside, footer, children }: SheetProps) {
  return (
    <ModalOverlay className={styles.desk ?? ''} isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className={styles.sheetModal ?? ''}>
        <AriaDialog ref={keepFocusWithin} className={styles.sheet ?? ''}>
          <header className={styles.sheetHead}>
            <Heading slot="title" className={styles.sheetTitle}>
              {title}
            </Heading>
            {aside}
          </header>
          <div className={styles.sheetBody}>{children}</div>
          <footer className={styles.sheetFoot}>{footer}</footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

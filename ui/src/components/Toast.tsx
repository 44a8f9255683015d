// Confirmations at the bottom of the window, most with an Undo. They stay 8 seconds, wait while the pointer or the keyboard
// is on them, and can be reached with F6. Only the newest is shown, so that Undo always means what was done last.
import { X } from 'lucide-react';
import {
  UNSTABLE_Toast as AriaToast,
  Button,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './Toast.module.css';

export type ToastText = {
  title: string;
  /** A second line, such as what to do about an error. */
  detail?: string | null;
  tone?: 'plain' | 'bad';
  action?: { label: string; onPress: () => void };
};

const SHOWN_MS = 8000;
const queue = new ToastQueue<ToastText>({ maxVisibleToasts: 1 });

/** Shows a toast in place of the one that is shown. Answers the function that takes it away. */
export function showToast(toast: ToastText): () => void {
  clearToasts();
  const key = queue.add(toast, { timeout: SHOWN_MS });
  return () => queue.close(key);
}

export function clearToasts(): void {
  for (const { key } of [...queue.visibleToasts]) queue.close(key);
}

export function Toasts() {
  const { t } = useTranslation();
  return (
    <ToastRegion queue={queue} className={styles.region ?? ''} aria-label={t('notices')}>
      {({ toast }) => (
        <AriaToast toast={toast} className={styles.toast ?? ''} data-tone={toast.content.tone ?? 'plain'}>
          <ToastContent className={styles.text ?? ''}>
            <Text slot="title" className={styles.title}>
              {toast.content.title}
            </Text>
            {toast.content.detail && (
              <Text slot="description" className={styles.detail}>
                {toast.content.detail}
              </Text>
            )}
          </ToastContent>
          {toast.content.action && (
            <Button
              className={styles.action ?? ''}
              onPress={() => {
                queue.close(toast.key);
                toast.content.action?.onPress();
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button slot="close" className={styles.close ?? ''} aria-label={t('close')}>
            <X />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  );
}

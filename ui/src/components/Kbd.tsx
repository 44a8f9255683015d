// The key of a command, as a small cap.
import styles from './Kbd.module.css';

export function Kbd({ children }: { children: string }) {
  return (
    <kbd className={styles.kbd} dir="ltr">
      {children}
    </kbd>
  );
}

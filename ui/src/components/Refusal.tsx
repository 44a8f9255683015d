// Why something could not be done and what to do about it, told where the user was about to do it, and read out at once.
import { useFailureText } from './failures';
import styles from './Refusal.module.css';

/** Shows nothing while there is no failure. */
export function Refusal({ failure }: { failure: unknown }) {
  const inWords = useFailureText();
  if (failure === null || failure === undefined) return null;
  const { message, hint } = inWords(failure);
  return (
    <p className={styles.refusal} role="alert">
      {message} {hint}
    </p>
  );
}

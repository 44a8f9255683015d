// The stages of a wizard: which are done, which one is shown, which are to come.
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './Stepper.module.css';

type StepperProps = { label: string; steps: string[]; current: number };

export function Stepper({ label, steps, current }: StepperProps) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'on' : 'ahead';
        return (
          <li key={step} className={styles.step} data-state={state} aria-current={state === 'on' ? 'step' : undefined}>
            <span className={styles.mark} aria-hidden="true">
              {state === 'done' ? <Check /> : index + 1}
            </span>
            <span className={styles.name}>{step}</span>
            {state === 'done' && <span className="unseen">{t('stepDone')}</span>}
          </li>
        );
      })}
    </ol>
  );
}

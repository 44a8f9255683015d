// What became of a list, or would: three counts that add up, each opening its values.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Tile, Tiles } from '@/components/Tiles';
import type { OptOutsReport, OptOutsSample, ValueOutcome } from '@/ipc/bindings';
import styles from './Outcome.module.css';

const OUTCOMES = [
  ['added', 'good'],
  ['already', 'plain'],
  ['invalid', 'warn'],
] as const satisfies [ValueOutcome, Tile['tone']][];

export function Outcome({ report, isDone }: { report: OptOutsReport; isDone: boolean }) {
  const { t } = useTranslation('opt_outs');
  const [open, setOpen] = useState<ValueOutcome | null>(report.invalid > 0 ? 'invalid' : null);
  const label = (outcome: ValueOutcome) =>
    outcome === 'added' ? t(isDone ? 'outcomes.optedOut' : 'outcomes.added') : t(`outcomes.${outcome}`);
  return (
    <div className={styles.outcome}>
      <Tiles
        label={t('outcomes.label')}
        tiles={OUTCOMES.map(([id, tone]) => ({
          id,
          tone,
          count: report[id],
          label: label(id),
          open: open === id,
          onPress: report[id] > 0 ? () => setOpen(open === id ? null : id) : undefined,
        }))}
      />
      {report.unknown > 0 && <p className={styles.unknown}>{t('outcomes.unknown', { count: report.unknown })}</p>}
      {open && <Values samples={report.samples.filter(({ outcome }) => outcome === open)} total={report[open]} />}
    </div>
  );
}

function Values({ samples, total }: { samples: OptOutsSample[]; total: number }) {
  const { t } = useTranslation('opt_outs');
  if (samples.length === 0) return null;
  return (
    <>
      <ul className={styles.values}>
        {samples.map((sample, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row may hold several values, and the list never changes
          <li key={index}>
            <span className={styles.typed} dir="ltr">
              {sample.typed}
            </span>
            <bdi className={styles.about}>
              {sample.reason ??
                (sample.contacts.length > 0 ? sample.contacts.map(({ name }) => name).join(', ') : t('nobody'))}
            </bdi>
          </li>
        ))}
      </ul>
      {samples.length < total && <p className={styles.unknown}>{t('outcomes.first', { count: samples.length })}</p>}
    </>
  );
}

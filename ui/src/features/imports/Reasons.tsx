// Why rows were left out, which details were kept as notes, which values were mended: each with its count.
import { useTranslation } from 'react-i18next';
import { useNumber } from '@/components/numbers';
import { sum } from '@/features/import/model/report';
import { useCodeWords } from '@/features/import/words';
import type { ImportReport } from '@/ipc/bindings';
import styles from './Reasons.module.css';

const KINDS = ['reasons', 'kept_as_notes', 'repaired'] as const;

export function Reasons({ report }: { report: ImportReport }) {
  const shown = KINDS.filter((kind) => sum(report[kind]) > 0);
  if (shown.length === 0) return null;
  return (
    <div className={styles.kinds}>
      {shown.map((kind) => (
        <Kind key={kind} kind={kind} counts={report[kind]} />
      ))}
    </div>
  );
}

function Kind({ kind, counts }: { kind: (typeof KINDS)[number]; counts: ImportReport['reasons'] }) {
  const { t } = useTranslation('imports');
  const number = useNumber();
  const words = useCodeWords();
  const largestFirst = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return (
    <div>
      <h3 className={styles.heading}>{t(`kinds.${kind}`)}</h3>
      <dl className={styles.list}>
        {largestFirst.map(([code, count]) => (
          <div key={code} className={styles.line}>
            <dt>{words(code, kind === 'repaired' ? 'repairs' : 'problems')}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

// What else there is to say about the counts, in a line: mended numbers, details kept as notes, opt-outs, corrections.
import { BadgeCheck, NotebookPen, PenLine, Slash } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import type { ImportReport } from '@/ipc/bindings';
import { rowsOf, sum } from '../model/report';
import type { StageProps } from '../props';
import styles from './SummaryStage.module.css';

type RemarksProps = StageProps & { report: ImportReport; onShowNoted: () => void };

export function Remarks({ state, dispatch, report, onShowNoted }: RemarksProps) {
  const { t } = useTranslation('import');
  const repaired = sum(report.repaired);
  const noted = sum(report.kept_as_notes);
  const corrected = state.corrections.length;
  const leftOut = state.leftOut.length;
  if (repaired + noted + corrected + leftOut + report.opted_out === 0) return null;
  const changes = [
    corrected > 0 ? t('remarks.corrected', { count: corrected }) : null,
    leftOut > 0 ? t('remarks.leftOut', { count: leftOut }) : null,
  ]
    .filter((text) => text !== null)
    .join(', ');
  return (
    <ul className={styles.remarks} aria-label={t('remarks.label')}>
      {corrected + leftOut > 0 && (
        <Remark icon={<PenLine aria-hidden="true" />} text={changes}>
          {!state.result && (
            <Button variant="plain" size="small" onPress={() => dispatch({ type: 'drop_corrections' })}>
              {t('remarks.drop')}
            </Button>
          )}
        </Remark>
      )}
      {repaired > 0 && (
        <Remark icon={<BadgeCheck aria-hidden="true" />} text={t('remarks.repaired', { count: repaired })} />
      )}
      {report.opted_out > 0 && (
        <Remark icon={<Slash aria-hidden="true" />} text={t('remarks.optedOut', { count: report.opted_out })} />
      )}
      {noted > 0 && (
        <Remark icon={<NotebookPen aria-hidden="true" />} text={t('remarks.noted', { count: noted })}>
          {rowsOf(report, 'noted').length > 0 && (
            <Button variant="plain" size="small" onPress={onShowNoted}>
              {t('remarks.showNoted')}
            </Button>
          )}
        </Remark>
      )}
    </ul>
  );
}

function Remark({ icon, text, children }: { icon: ReactNode; text: string; children?: ReactNode }) {
  return (
    <li className={styles.remark}>
      {icon}
      {text}
      {children}
    </li>
  );
}

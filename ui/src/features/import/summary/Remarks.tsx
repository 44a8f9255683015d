// What else there is to say about the counts, in a line: mended numbers, details kept as notes, opt-outs, corrections.
import { BadgeCheck, Columns3, NotebookPen, PenLine, Slash, UsersRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useNumber } from '@/components/numbers';
import type { ImportReport } from '@/ipc/bindings';
import { rowsOf, sum, valuesOf } from '../model/report';
import type { StageProps } from '../props';
import { closeImport } from '../start';
import { ColumnFates } from './ColumnFates';
import { SimilarPairs } from './SimilarPairs';
import styles from './SummaryStage.module.css';

type RemarksProps = StageProps & { report: ImportReport; onShowNoted: () => void };

export function Remarks({ state, dispatch, report, onShowNoted }: RemarksProps) {
  const { t } = useTranslation('import');
  const repaired = sum(report.repaired);
  const noted = sum(report.kept_as_notes);
  const corrected = state.corrections.length;
  const leftOut = state.leftOut.length;
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
      <ValuesRemark report={report} />
      {repaired > 0 && (
        <Remark icon={<BadgeCheck aria-hidden="true" />} text={t('remarks.repaired', { count: repaired })} />
      )}
      {report.similar > 0 && <SimilarRemark report={report} />}
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

/** Weak matches: created rather than matched, and to be compared once they are there. */
function SimilarRemark({ report: { batch, similar } }: { report: ImportReport }) {
  const { t } = useTranslation('import');
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const open = (id: number) => {
    setOpen(false);
    closeImport();
    navigate(`/contacts/${id}`);
  };
  return (
    <Remark icon={<UsersRound aria-hidden="true" />} text={t('remarks.similar', { count: similar })}>
      {batch !== null && (
        <Button variant="plain" size="small" onPress={() => setOpen(true)}>
          {t('similar.compare')}
        </Button>
      )}
      {batch !== null && isOpen && (
        <Dialog isOpen wide title={t('similar.title')} onClose={() => setOpen(false)}>
          <SimilarPairs batch={batch} onOpen={open} />
        </Dialog>
      )}
    </Remark>
  );
}

/** Every value is stored or told: how many, and of each column where they are. */
function ValuesRemark({ report }: { report: ImportReport }) {
  const { t } = useTranslation('import');
  const number = useNumber();
  const [isOpen, setOpen] = useState(false);
  const values = valuesOf(report);
  if (!values) return null;
  const { all, stored } = values;
  const key = report.batch === null ? 'remarks.valuesPlanned' : 'remarks.values';
  return (
    <Remark icon={<Columns3 aria-hidden="true" />} text={t(key, { all: number(all), stored: number(stored) })}>
      <Button variant="plain" size="small" onPress={() => setOpen(true)}>
        {t('fates.open')}
      </Button>
      {isOpen && (
        <Dialog isOpen wide title={t('fates.title')} onClose={() => setOpen(false)}>
          <ColumnFates report={report} />
        </Dialog>
      )}
    </Remark>
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

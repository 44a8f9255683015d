// Checking the workspace: SQLite's own checks and Roster's rules, what they found in sentences, and the repair of what can be
// repaired.
import { CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { useCommand } from '@/frame/commands';
import type { CheckReport, Repair } from '@/ipc/bindings';
import { useJob } from '@/ipc/jobs';
import styles from './CheckDialog.module.css';

/** Stands in the frame; the command "check" opens it. */
export function CheckWorkspace() {
  const [isOpen, setOpen] = useState(false);
  useCommand('check', () => setOpen(true));
  return isOpen ? <CheckDialog onClose={() => setOpen(false)} /> : null;
}

function CheckDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['check', 'common']);
  const check = useJob('check');
  const repair = useJob('repair');
  const [report, setReport] = useState<CheckReport | null>(null);
  const [done, setDone] = useState<Repair | null>(null);
  const { run } = check;
  useEffect(() => {
    void run({}).then(setReport);
  }, [run]);
  const { cancel } = check;
  const close = () => {
    cancel();
    onClose();
  };
  const mend = async () => {
    const answer = await repair.run({});
    if (!answer) return;
    setDone(answer);
    setReport(answer.report);
  };
  const failure = check.failure ?? repair.failure;
  const mayRepair = report !== null && !report.ok && done === null;
  const actions = (
    <>
      <Button isDisabled={repair.running} onPress={close}>
        {report === null ? t('common:cancel') : t('common:close')}
      </Button>
      {mayRepair && (
        <Button variant="main" isDisabled={repair.running} onPress={mend}>
          {t('repair')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog isOpen onClose={close} title={t('title')} actions={actions} locked={repair.running}>
      {check.running && <Working label={t('checking')} fraction={check.progress?.fraction ?? null} />}
      {repair.running && <Working label={t('repairing')} fraction={repair.progress?.fraction ?? null} />}
      <Refusal failure={failure} />
      {done && <p>{t('repaired', { count: Math.max(0, done.before - done.report.problems.length) })}</p>}
      {report && <Findings report={report} wasRepaired={done !== null} />}
    </Dialog>
  );
}

function Working({ label, fraction }: { label: string; fraction: number | null }) {
  return <ProgressBar label={label} fraction={fraction} detail={label} />;
}

function Findings({ report, wasRepaired }: { report: CheckReport; wasRepaired: boolean }) {
  const { t } = useTranslation('check');
  if (report.ok) {
    return (
      <>
        <p className={styles.sound}>
          <CircleCheck aria-hidden="true" />
          {t('sound')}
        </p>
        <Lines lines={report.remarks ?? []} />
      </>
    );
  }
  return (
    <>
      <p>{t(wasRepaired ? 'left' : 'found', { count: report.problems.length })}</p>
      <Lines lines={report.problems} />
      <p className={styles.hint}>{t(wasRepaired ? 'leftHint' : 'foundHint')}</p>
    </>
  );
}

/** As the core says them. */
function Lines({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className={styles.problems} dir="ltr">
      {lines.map((line) => (
        <li key={line} className="copyable">
          {line}
        </li>
      ))}
    </ul>
  );
}

// The question before a person is erased: what goes, what stays, and what becomes of the backups that still hold them.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Dialog } from '@/components/Dialog';
import { useShowFailure } from '@/components/failures';
import { ProgressBar } from '@/components/ProgressBar';
import { Refusal } from '@/components/Refusal';
import { clearToasts, showToast } from '@/components/Toast';
import type { Contact } from '@/ipc/bindings';
import { useJob } from '@/ipc/jobs';
import { pickSave, reveal } from '@/ipc/shell';
import styles from './EraseContact.module.css';

type EraseContactProps = { contact: Contact; isOpen: boolean; onClose: () => void; onDone: () => void };

export function EraseContact({ contact, isOpen, onClose, onDone }: EraseContactProps) {
  const { t } = useTranslation(['privacy', 'common']);
  const [isWithBackups, setWithBackups] = useState(false);
  const [isCertified, setCertified] = useState(false);
  const showFailure = useShowFailure();
  const job = useJob('contact_erase');
  const erase = async () => {
    const path = isCertified ? await pickSave(t('certificate.save'), t('certificate.name'), ['html']) : null;
    if (isCertified && path === null) return;
    const done = await job.run({ id: contact.id, backups: isWithBackups ? 'remove' : 'keep', path });
    if (!done) return;
    const { file, file_failure, certificate } = done;
    const left = certificate.backups_left.length;
    const details = [
      ...(left > 0 ? [t('left', { count: left })] : []),
      ...certificate.unfinished.map((what) => t(`unfinished.${what}`)),
      ...(file_failure === null ? [] : [t('notWritten')]),
    ];
    // An Undo that is still offered may be of what has just gone.
    clearToasts();
    showToast({
      title: t('erased'),
      detail: details.length > 0 ? details.join(' ') : null,
      ...(file && { action: { label: t('show'), onPress: () => void reveal(file).catch(showFailure) } }),
    });
    onClose();
    onDone();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      locked={job.running}
      title={t('sure.title', { name: contact.name || t('sure.unnamed') })}
      actions={
        <>
          <Button onPress={onClose} isDisabled={job.running}>
            {t('common:cancel')}
          </Button>
          <Button variant="danger" onPress={() => void erase().catch(showFailure)} isDisabled={job.running}>
            {t('sure.erase')}
          </Button>
        </>
      }
    >
      <div className={styles.text}>
        <p>{t('sure.goes')}</p>
        <p>{t('sure.stays')}</p>
        <Checkbox isSelected={isWithBackups} onChange={setWithBackups} isDisabled={job.running}>
          {t('sure.backups')}
        </Checkbox>
        <p className={styles.hint}>{t(isWithBackups ? 'sure.backupsGo' : 'sure.backupsStay')}</p>
        <Checkbox isSelected={isCertified} onChange={setCertified} isDisabled={job.running}>
          {t('sure.certificate')}
        </Checkbox>
      </div>
      {job.running && <ProgressBar label={t('erasing')} fraction={null} />}
      <Refusal failure={job.failure} />
    </Dialog>
  );
}

// The import wizard: a window-wide sheet that opens with a dropped, chosen or pasted source.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Dialog';
import { Stepper } from '@/components/Stepper';
import { closeImport, useImportStart } from './start';

export function ImportWizard() {
  const { t } = useTranslation();
  const start = useImportStart();
  const steps = ['1', '2', '3', '4'];
  return (
    <Sheet
      isOpen={start !== null}
      onClose={closeImport}
      title={start?.kind === 'file' ? start.path : ''}
      aside={<Stepper label="" steps={steps} current={0} />}
      footer={
        <Button variant="plain" onPress={closeImport}>
          {t('cancel')}
        </Button>
      }
    >
      {null}
    </Sheet>
  );
}

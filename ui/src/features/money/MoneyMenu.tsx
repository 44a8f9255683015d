// What is done with the money of all members: one menu, and whichever window it has opened.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem } from '@/components/Menu';
import { pickStatement } from '@/ipc/shell';
import { BankSheet } from './bank/BankSheet';
import { CodesDialog } from './discounts/CodesDialog';
import { DocumentsSheet } from './documents/DocumentsSheet';
import { DunningSheet } from './dunning/DunningSheet';

export function MoneyMenu() {
  const { t } = useTranslation('money');
  const showFailure = useShowFailure();
  const [statement, setStatement] = useState<string | null>(null);
  const [window, setWindow] = useState<'codes' | 'documents' | 'dunning' | null>(null);
  const openStatement = () => {
    pickStatement(t('bank.pick')).then(setStatement, showFailure);
  };
  return (
    <>
      <Menu aria-label={t('menu')} trigger={<Button>{t('menu')}</Button>}>
        <MenuItem onAction={openStatement}>{t('bank.open')}</MenuItem>
        <MenuItem onAction={() => setWindow('dunning')}>{t('dunning.open')}</MenuItem>
        <MenuItem onAction={() => setWindow('documents')}>{t('documents.open')}</MenuItem>
        <MenuItem onAction={() => setWindow('codes')}>{t('codes.open')}</MenuItem>
      </Menu>
      {window === 'dunning' && <DunningSheet onClose={() => setWindow(null)} />}
      {window === 'documents' && <DocumentsSheet onClose={() => setWindow(null)} />}
      {window === 'codes' && <CodesDialog onClose={() => setWindow(null)} />}
      {statement !== null && <BankSheet path={statement} onClose={() => setStatement(null)} />}
    </>
  );
}

// What a person may ask of an office, in the menu of their profile: to have everything known of them, and to be erased.
import { FileText, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuItem } from '@/components/Menu';
import type { Contact } from '@/ipc/bindings';
import { EraseContact } from './EraseContact';
import { useDossier } from './useDossier';

/** The lines of the menu, and the dialog that belongs beside it. */
export function useRights(contact: Contact, onErased: () => void) {
  const { t } = useTranslation('privacy');
  const [isAsking, setAsking] = useState(false);
  const saveDossier = useDossier(contact);
  return {
    dossier: (
      <MenuItem icon={<FileText />} onAction={saveDossier}>
        {t('dossier.menu')}
      </MenuItem>
    ),
    erase: (
      <MenuItem icon={<UserX />} danger onAction={() => setAsking(true)}>
        {t('menu')}
      </MenuItem>
    ),
    dialog: <EraseContact contact={contact} isOpen={isAsking} onClose={() => setAsking(false)} onDone={onErased} />,
  };
}

// What the button that starts the import says, and whether there is anything to do.
import { useTranslation } from 'react-i18next';
import { type Deed, deedOf } from '../model/report';
import type { WizardState } from '../model/state';

export function useDeed(state: WizardState): { label: string; possible: boolean } {
  const words = useDeedWords();
  if (!state.rehearsal) return { label: words({ kind: 'nothing' }), possible: false };
  const { report, request } = state.rehearsal;
  const deed = deedOf(report, state.mode);
  // Contacts that stay as they are can still join a group.
  const joins = request.groups.length > 0 && report.unchanged > 0;
  return { label: words(deed, joins), possible: deed.kind !== 'nothing' || joins };
}

function useDeedWords(): (deed: Deed, joins?: boolean) => string {
  const { t } = useTranslation('import');
  return (deed, joins = false) => {
    switch (deed.kind) {
      case 'create':
        return t('deed.create', { count: deed.created });
      case 'update':
        return t('deed.update', { count: deed.updated });
      case 'both':
        return t('deed.both', { count: deed.created, updated: deed.updated });
      case 'opt_out':
        return t('deed.optOut', { count: deed.count });
      case 'nothing':
        return joins ? t('deed.join') : t('deed.nothing');
    }
  };
}

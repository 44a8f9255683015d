// What a piece of a filter is called on its chip; one that is none of the usual ones is shown as it was written.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountryName } from '@/components/numbers';
import { useStage } from '../profile/words';
import * as quick from './quick';

export function usePartText(): (part: string) => string {
  const { t } = useTranslation('contacts');
  const countryName = useCountryName();
  const stage = useStage();
  return useCallback(
    (part: string) => {
      const plain: Record<string, string> = {
        [quick.ACTIVE]: t('quick.active'),
        [quick.UNREACHABLE]: t('quick.unreachable'),
        [quick.OPTED_OUT]: t('quick.optedOut'),
        [quick.HAS_EMAIL]: t('quick.hasEmail'),
        [quick.NO_EMAIL]: t('quick.noEmail'),
      };
      const group = quick.valueIn(part, 'group');
      const tag = quick.valueIn(part, 'tag');
      const country = quick.valueIn(part, 'country');
      const lifecycle = quick.valueIn(part, 'lifecycle');
      const batch = part.match(/^batch = (\d+)$/)?.[1];
      if (group !== null) return t('inGroup', { name: group });
      if (tag !== null) return t('quick.tagged', { name: tag });
      if (country !== null) return countryName(country);
      if (lifecycle !== null) return stage(lifecycle);
      if (batch) return t('fromImport', { batch });
      return plain[part] ?? part;
    },
    [t, countryName, stage],
  );
}

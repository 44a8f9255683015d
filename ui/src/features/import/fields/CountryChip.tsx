// The country of phone numbers that are written without one. What is chosen is remembered in the workspace.
import { useTranslation } from 'react-i18next';
import { FilterList } from '@/components/FilterList';
import { useShowFailure } from '@/components/failures';
import { useCountryName } from '@/components/numbers';
import { useCountries } from '@/features/settings/countries';
import { call } from '@/ipc/call';
import { ChipPopover } from '../parts/ChipPopover';

const NONE = '+none';

type CountryChipProps = { country: string | null; onChange: (country: string | null) => void };

export function CountryChip({ country, onChange }: CountryChipProps) {
  const { t } = useTranslation('import');
  const name = useCountryName();
  const countries = useCountries();
  const showFailure = useShowFailure();
  const items = countries.map(({ id, label }) => ({ id, label, words: id }));
  const current = items.filter(({ id }) => id === country);
  const others = items.filter(({ id }) => id !== country);
  const choose = (id: string) => {
    const chosen = id === NONE ? null : id;
    onChange(chosen);
    call('workspace_info', {})
      .then(({ settings }) => call('settings_set', { ...settings, country: chosen }))
      .catch(showFailure);
  };
  return (
    <ChipPopover label={t('fields.country')} value={country ? name(country) : t('fields.noCountry')}>
      {(close) => (
        <FilterList
          label={t('fields.country')}
          placeholder={t('fields.searchCountry')}
          nothing={t('fields.noSuchCountry')}
          sections={[
            { id: 'current', title: null, items: [...current, { id: NONE, label: t('fields.noCountry') }] },
            { id: 'others', title: null, items: others },
          ]}
          selected={country ?? NONE}
          onChoose={(id) => {
            choose(id);
            close();
          }}
        />
      )}
    </ChipPopover>
  );
}

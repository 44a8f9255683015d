// The values that a field is compared with, where they can be listed: states, groups, tags, countries, stages, options.
import { useTranslation } from 'react-i18next';
import type { Choice } from '@/components/Select';
import { LIFECYCLE, useStage } from '@/features/contacts/profile/words';
import { useCountries } from '@/features/settings/countries';
import type { FilterField } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';

const STAGES = Object.entries(LIFECYCLE).flatMap(([category, names]) => names.map((name) => `${category}/${name}`));
/** More than these are typed. */
const MOST = 500;

export function useChoices(field: FilterField | undefined): Choice[] {
  const { t } = useTranslation('filters');
  const isTag = field?.code === 'tag';
  const tags = useAsk('tags_list', {}, { enabled: isTag }).data?.tags ?? [];
  const countries = useCountries();
  const stage = useStage();
  const asIs = (names: string[]) => (names.length > MOST ? [] : names.map((id) => ({ id, label: id })));
  if (!field) return [];
  if (isTag) return asIs(tags.map(({ name }) => name));
  if (field.code.endsWith('country') && field.label === null) return countries;
  if (field.code === 'lifecycle') return STAGES.map((id) => ({ id, label: stage(id) }));
  if (field.shape === 'yes_no') return (['yes', 'no'] as const).map((id) => ({ id, label: t(id) }));
  if (field.shape === 'words') return field.values.map((id) => ({ id, label: t(`states.${id as 'active'}`) }));
  return asIs(field.values);
}

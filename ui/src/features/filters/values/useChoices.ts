// The values that a field is compared with, where they can be listed: states, groups, tags, countries, stages, options.
import type { Choice } from '@/components/Select';
import { LIFECYCLE } from '@/features/contacts/profile/words';
import { useCountries } from '@/features/settings/countries';
import type { FilterField } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { useValueWords } from '../useValueWords';

const STAGES = Object.entries(LIFECYCLE).flatMap(([category, names]) => names.map((name) => `${category}/${name}`));
/** As the core knows them (contacts/preferences.rs). */
const KNOWN: Record<string, readonly string[]> = {
  preferred_channel: ['email', 'phone', 'sms', 'messaging', 'post'],
  contact_frequency: ['daily', 'weekly', 'monthly'],
};
/** More than these are typed. */
const MOST = 500;

export function useChoices(field: FilterField | undefined): Choice[] {
  const wordsOf = useValueWords();
  const isTag = field?.code === 'tag';
  const tags = useAsk('tags_list', {}, { enabled: isTag }).data?.tags ?? [];
  const countries = useCountries();
  const asIs = (names: string[]) => (names.length > MOST ? [] : names.map((id) => ({ id, label: id })));
  if (!field) return [];
  if (isTag) return asIs(tags.map(({ name }) => name));
  if (field.code.endsWith('country') && field.label === null) return countries;
  const inWords = (ids: readonly string[]) => ids.map((id) => ({ id, label: wordsOf(field, id) }));
  if (field.code === 'lifecycle') return inWords(STAGES);
  if (field.shape === 'yes_no') return inWords(['yes', 'no']);
  if (field.shape === 'words') return inWords(field.values);
  const known = field.label === null ? KNOWN[field.code] : undefined;
  if (known) return inWords(known);
  return asIs(field.values);
}

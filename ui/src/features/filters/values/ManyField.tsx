// Several values of a condition, chosen from those that there are.
import { useTranslation } from 'react-i18next';
import { ChipButton } from '@/components/Chip';
import { Menu, MenuItem } from '@/components/Menu';
import type { Choice } from '@/components/Select';

type ManyFieldProps = { choices: Choice[]; values: string[]; onChange: (values: string[]) => void };

export function ManyField({ choices, values, onChange }: ManyFieldProps) {
  const { t, i18n } = useTranslation('filters');
  const chosen = values.filter((value) => value !== '');
  const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' });
  const labels = chosen.map((value) => choices.find(({ id }) => id === value)?.label ?? value);
  return (
    <Menu
      aria-label={t('values')}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={(keys) => keys !== 'all' && onChange(keys.size > 0 ? [...keys].map(String) : [''])}
      trigger={
        <ChipButton>
          <bdi>{labels.length > 0 ? list.format(labels) : t('choose')}</bdi>
        </ChipButton>
      }
    >
      {choices.map(({ id, label }) => (
        <MenuItem key={id} id={id} textValue={label}>
          <bdi>{label}</bdi>
        </MenuItem>
      ))}
    </Menu>
  );
}

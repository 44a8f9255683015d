// A group of conditions: whether all or any of them must hold, its rows, and groups within.
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { Segmented } from '@/components/Segmented';
import type { FilterField } from '@/ipc/bindings';
import styles from './FilterBuilder.module.css';
import { FilterRow } from './FilterRow';
import { emptyGroup, type Group, newRow, type Part } from './model';
import { firstOperator } from './operators';

type FilterGroupProps = {
  group: Group;
  fields: FilterField[];
  depth: number;
  onChange: (group: Group) => void;
  onRemove?: () => void;
};

type How = 'all' | 'any' | 'none' | 'notAll';

const DEEPEST = 3;

export function FilterGroup({ group, fields, depth, onChange, onRemove }: FilterGroupProps) {
  const { t } = useTranslation('filters');
  const replace = (at: number, part: Part | null) => {
    const parts = group.parts.flatMap((old, index) => (index === at ? (part ?? []) : old));
    onChange({ ...group, parts });
  };
  const add = (part: Part) => onChange({ ...group, parts: [...group.parts, part] });
  const first = fields.find(({ code }) => code === 'country') ?? fields[0];
  const row = () => newRow(first?.code ?? 'name', first ? firstOperator(first) : '=', first?.shape === 'date');
  const how = group.not ? (group.any ? 'none' : 'notAll') : group.any ? 'any' : 'all';
  const setHow = (id: string) =>
    onChange({ ...group, any: id === 'any' || id === 'none', not: id === 'none' || id === 'notAll' });
  const ways: How[] = depth === 0 ? ['all', 'any'] : ['all', 'any', 'none', 'notAll'];

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a grid in every web view
    <div className={styles.group} data-depth={depth} role="group" aria-label={t(`how.${how}`)}>
      {(depth > 0 || group.parts.length > 1) && (
        <div className={styles.groupHead}>
          <Segmented
            label={t('how.label')}
            quiet
            choices={ways.map((id) => ({ id, label: t(`how.${id}`) }))}
            value={how}
            onChange={setHow}
          />
          {onRemove && <IconButton size="small" icon={<X />} label={t('removeGroup')} onPress={onRemove} />}
        </div>
      )}
      {group.parts.map((part, index) =>
        part.kind === 'row' ? (
          <FilterRow
            key={part.key}
            row={part}
            fields={fields}
            onChange={(next) => replace(index, next)}
            onRemove={() => replace(index, null)}
          />
        ) : (
          <FilterGroup
            key={part.key}
            group={part}
            fields={fields}
            depth={depth + 1}
            onChange={(next) => replace(index, next)}
            onRemove={() => replace(index, null)}
          />
        ),
      )}
      <div className={styles.add}>
        <Button size="small" variant="plain" icon={<Plus />} onPress={() => add(row())}>
          {t('addCondition')}
        </Button>
        {depth < DEEPEST && group.parts.length > 0 && (
          <Button
            size="small"
            variant="plain"
            icon={<Plus />}
            onPress={() => add({ ...emptyGroup(!group.any), parts: [row()] })}
          >
            {t('addGroup')}
          </Button>
        )}
      </div>
    </div>
  );
}

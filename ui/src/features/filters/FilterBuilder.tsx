// Builds a filter from rows and groups of rows, or as text; both are kept in step. The text is what it takes and gives.
import { Code2, ListTree } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { TextField } from '@/components/TextField';
import { useAsk } from '@/ipc/call';
import styles from './FilterBuilder.module.css';
import { FilterGroup } from './FilterGroup';
import { FilterPreview } from './FilterPreview';
import { emptyGroup, type Group, groupOf, textOf } from './model';
import { useFilterWords } from './useFilterWords';

type FilterBuilderProps = { text: string; onChange: (text: string) => void };

export function FilterBuilder({ text, onChange }: FilterBuilderProps) {
  const { t } = useTranslation('filters');
  const [asText, setAsText] = useState(false);
  const { data: read } = useAsk('filter_read', { text }, { keepPrevious: true });
  const { data: known } = useAsk('filter_fields', {});
  const { mistakeText } = useFilterWords();
  const mistake = read?.mistake ?? null;

  return (
    <section className={styles.builder} aria-label={t('title')}>
      <div className={styles.bar}>
        <span className={styles.heading}>{t('who')}</span>
        <Button
          size="small"
          variant="plain"
          icon={asText ? <ListTree /> : <Code2 />}
          isDisabled={asText && mistake !== null}
          onPress={() => setAsText(!asText)}
        >
          {asText ? t('asRows') : t('asText')}
        </Button>
      </div>
      {asText ? (
        <TextField
          label={t('textForm')}
          value={text}
          onChange={onChange}
          rows={3}
          ltr
          error={mistake && mistakeText(mistake)}
          description={t('textHint')}
        />
      ) : (
        known && <Rows text={text} fields={known.fields} onChange={onChange} />
      )}
      {!asText && mistake && <p className={styles.mistake}>{mistakeText(mistake)}</p>}
      <FilterPreview text={mistake ? null : text} />
    </section>
  );
}

type RowsProps = Pick<FilterBuilderProps, 'text' | 'onChange'> & {
  fields: Parameters<typeof FilterGroup>[0]['fields'];
};

/** The rows are made of the text once; from then on the text is made of the rows. */
function Rows({ text, fields, onChange }: RowsProps) {
  const [group, setGroup] = useState<Group | null>(null);
  const { data: read } = useAsk('filter_read', { text }, { enabled: group === null });
  if (group === null && read) setGroup(read.tree ? groupOf(read.tree) : emptyGroup());
  const change = (next: Group) => {
    setGroup(next);
    onChange(textOf(next));
  };
  return group && <FilterGroup group={group} fields={fields} onChange={change} depth={0} />;
}

// A filter held against a contact: each part true or false, and beneath a condition what the contact has there.
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useConditionText } from '@/features/filters/useConditionText';
import { useValueWords } from '@/features/filters/useValueWords';
import type { Filter, Part } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './WhyTree.module.css';

export function WhyTree({ part }: { part: Part }) {
  return (
    <ul className={styles.tree}>
      <Node part={part} />
    </ul>
  );
}

function Node({ part }: { part: Part }) {
  const { t } = useTranslation('groups');
  const textOf = useConditionText();
  return (
    <li className={styles.node} data-holds={part.holds}>
      <span className={styles.mark} role="img" aria-label={part.holds ? t('why.holds') : t('why.fails')}>
        {part.holds ? <Check /> : <X />}
      </span>
      <div className={styles.words}>
        <span>{part.condition ? <bdi>{textOf(part.condition)}</bdi> : t(`why.${part.kind as 'all'}`)}</span>
        {part.condition && <Seen condition={part.condition} values={part.values} />}
        {part.parts.length > 0 && (
          <ul className={styles.tree}>
            {part.parts.map((inner, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts of a filter have no names and keep their places
              <Node key={index} part={inner} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Seen({ condition, values }: { condition: Filter; values: string[] }) {
  const { t, i18n } = useTranslation('groups');
  const wordsOf = useValueWords();
  const fields = useAsk('filter_fields', {}).data?.fields;
  const field = 'field' in condition ? fields?.find(({ code }) => code === condition.field) : undefined;
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  if (values.length === 0) return <span className={styles.seen}>{t('why.nothing')}</span>;
  return (
    <span className={styles.seen}>
      {t('why.has')} <bdi>{list.format(values.map((value) => wordsOf(field, value)))}</bdi>
    </span>
  );
}

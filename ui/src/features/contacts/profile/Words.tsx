// Groups and tags: words on a contact, edited together as one text with commas between them.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '@/components/Chip';
import { InPlace } from './InPlace';
import { Section } from './Section';
import type { EditContact } from './useEditContact';
import styles from './Words.module.css';

type WordsProps = { title: string; field: 'groups' | 'tags'; words: string[]; onEdit: EditContact };

export function Words({ title, field, words, onEdit }: WordsProps) {
  const { t } = useTranslation('profile');
  const [isAdding, setAdding] = useState(false);
  const isShown = words.length > 0 || isAdding;
  return (
    <Section title={title} addable={isAdding ? [] : [{ code: field, label: title }]} onAdd={() => setAdding(true)}>
      {isShown && (
        <InPlace
          key={isAdding ? 'adding' : 'shown'}
          label={title}
          value={words.join(', ')}
          hint={t('separated')}
          startsOpen={isAdding}
          onClose={() => setAdding(false)}
          onSave={(value) => onEdit({ kind: 'set', field, value })}
        >
          <span className={styles.words}>
            {words.map((word) => (
              <Tag key={word}>{word}</Tag>
            ))}
          </span>
        </InPlace>
      )}
    </Section>
  );
}

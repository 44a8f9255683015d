// Groups and tags: words on a contact, each taken away by itself, and added from a list that can make new ones.

import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FilterList } from '@/components/FilterList';
import { useShowFailure } from '@/components/failures';
import menu from '@/components/Menu.module.css';
import { AddButton, Section } from './Section';
import type { EditContact } from './useEditContact';
import styles from './Words.module.css';

type WordsProps = {
  title: string;
  field: 'groups' | 'tags';
  words: string[];
  /** The words that there are. */
  known: string[];
  onEdit: EditContact;
  /** Stands beneath the words. */
  children?: ReactNode;
};

export function Words({ title, field, words, known, onEdit, children }: WordsProps) {
  const showFailure = useShowFailure();
  const remove = (keys: Iterable<unknown>) => {
    const edits = [...keys].map((word) => ({ kind: 'remove_word' as const, field, word: String(word) }));
    onEdit(edits).catch(showFailure);
  };
  return (
    <Section
      title={title}
      action={
        <AddWord title={title} field={field} free={known.filter((word) => !words.includes(word))} onEdit={onEdit} />
      }
    >
      {words.length > 0 && (
        <TagGroup aria-label={title} onRemove={remove} selectionMode="none">
          <TagList className={styles.words ?? ''}>
            {words.map((word) => (
              <Word key={word} word={word} />
            ))}
          </TagList>
        </TagGroup>
      )}
      {children}
    </Section>
  );
}

function Word({ word }: { word: string }) {
  const { t } = useTranslation('profile');
  return (
    <Tag id={word} textValue={word} className={styles.word ?? ''}>
      <bdi>{word}</bdi>
      <Button slot="remove" className={styles.remove ?? ''} aria-label={t('removeWord', { word })}>
        <X aria-hidden="true" />
      </Button>
    </Tag>
  );
}

type AddWordProps = { title: string; field: 'groups' | 'tags'; free: string[]; onEdit: EditContact };

function AddWord({ title, field, free, onEdit }: AddWordProps) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  const [isOpen, setOpen] = useState(false);
  const add = (word: string) => {
    setOpen(false);
    onEdit({ kind: 'add_word', field, word }).catch(showFailure);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AddButton title={title} />
      <Popover className={menu.popover ?? ''} placement="bottom end" offset={4}>
        <Dialog aria-label={t('addTo', { section: title })}>
          <FilterList
            label={title}
            placeholder={t(`find.${field}`)}
            nothing={t('nothingFound')}
            sections={[{ id: field, title: null, items: free.map((word) => ({ id: word, label: word })) }]}
            selected={null}
            onChoose={add}
            make={{ label: (typed) => t(`make.${field}`, { name: typed }), onMake: add }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

// The categories of groups: added, renamed, put in an order, removed. Their groups stay when they go.
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { TextField as Field, Form, Input } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { TextField } from '@/components/TextField';
import input from '@/components/TextField.module.css';
import type { GroupCategory } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import styles from './CategoriesDialog.module.css';
import { useSave } from './useSave';

const STAY_OPEN = () => {};

export function CategoriesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['groups', 'common']);
  const categories = useAsk('group_categories', {}, { keepPrevious: true }).data?.categories ?? [];
  const [name, setName] = useState('');
  const { save, isSaving, errorOf } = useSave(STAY_OPEN);
  // The keyboard stays in the dialog when the row that it was on goes.
  const body = useRef<HTMLDivElement>(null);
  const ids = categories.map(({ id }) => id);
  const add = () =>
    void save(async () => {
      const done = await call('group_category_add', { name });
      setName('');
      return done;
    }, t('categories.added'));
  const swap = (at: number) => {
    const order = [...ids];
    order.splice(at, 2, ...ids.slice(at, at + 2).reverse());
    void save(() => call('group_categories_arrange', { ids: order }), t('categories.moved'));
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('categories.title')}
      actions={<Button onPress={onClose}>{t('common:close')}</Button>}
    >
      <div ref={body} tabIndex={-1} className={styles.categories}>
        {categories.length === 0 && <p className={styles.none}>{t('categories.none')}</p>}
        <ul className={styles.list}>
          {categories.map((category, at) => (
            <Category
              key={`${category.id} ${category.name}`}
              category={category}
              onUp={at > 0 ? () => swap(at - 1) : null}
              onRemove={() => body.current?.focus()}
              onDown={at < categories.length - 1 ? () => swap(at) : null}
            />
          ))}
        </ul>
        <Form
          className={styles.add ?? ''}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField label={t('categories.new')} value={name} onChange={setName} error={errorOf('name')} />
          <Button type="submit" icon={<Plus />} isDisabled={!name.trim() || isSaving}>
            {t('categories.add')}
          </Button>
        </Form>
      </div>
    </Dialog>
  );
}

type CategoryProps = {
  category: GroupCategory;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onRemove: () => void;
};

function Category({ category, onUp, onDown, onRemove }: CategoryProps) {
  const { t } = useTranslation(['groups', 'common']);
  const [typed, setTyped] = useState(category.name);
  const { save, errorOf } = useSave(STAY_OPEN);
  const { id, name } = category;
  const rename = () => {
    if (typed.trim() === name) return;
    void save(() => call('group_category_rename', { id, name: typed }), t('categories.renamed'));
  };
  const remove = () => {
    onRemove();
    void save(() => call('group_category_delete', { id }), t('categories.removed'));
  };
  return (
    <li className={styles.category}>
      <Field
        aria-label={t('categories.name', { name })}
        value={typed}
        onChange={setTyped}
        className={styles.name ?? ''}
      >
        <Input
          className={input.input ?? ''}
          dir="auto"
          onBlur={rename}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      </Field>
      <span className={styles.count}>{t('categories.groups', { count: category.groups })}</span>
      <IconButton
        size="small"
        icon={<ArrowUp />}
        label={t('categories.up', { name })}
        isDisabled={!onUp}
        onPress={() => onUp?.()}
      />
      <IconButton
        size="small"
        icon={<ArrowDown />}
        label={t('categories.down', { name })}
        isDisabled={!onDown}
        onPress={() => onDown?.()}
      />
      <IconButton size="small" icon={<Trash2 />} label={t('categories.remove', { name })} onPress={remove} />
      {(errorOf('name') ?? errorOf(null)) && (
        <p className={styles.error} role="alert">
          {errorOf('name') ?? errorOf(null)}
        </p>
      )}
    </li>
  );
}

// The menu of a column: every field by section, found by typing; leaving the column out; and a new custom field, named in
// place.
import { CircleSlash, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { FilterList, type FilterSection } from '@/components/FilterList';
import { TextField } from '@/components/TextField';
import type { Field, FieldSection } from '@/ipc/bindings';
import { type Choice, type Column, IGNORE, takenBy } from '../model/columns';
import { type FieldBook, parseFieldName } from '../model/fieldNames';
import { useFieldLabel, useHeader } from '../words';
import styles from './FieldMenu.module.css';

const SECTIONS: FieldSection[] = ['name', 'reach', 'address', 'work', 'member', 'more', 'custom'];
const NEW = '+new';
const LEAVE_OUT = '+ignore';

type FieldMenuProps = { column: Column; columns: Column[]; book: FieldBook; onChoose: (choice: Choice) => void };

export function FieldMenu(props: FieldMenuProps) {
  const [naming, setNaming] = useState(false);
  return naming ? <NewField {...props} /> : <FieldList {...props} onNew={() => setNaming(true)} />;
}

function FieldList({ column, columns, book, onChoose, onNew }: FieldMenuProps & { onNew: () => void }) {
  const { t } = useTranslation('import');
  const header = useHeader()(column.header, column.position);
  const sections = useSections(column, columns, book);
  const choose = (id: string) => {
    if (id === NEW) onNew();
    else onChoose(id === LEAVE_OUT ? IGNORE : { kind: 'field', field: id });
  };
  return (
    <FilterList
      label={t('fields.menu', { column: header })}
      placeholder={t('fields.search')}
      nothing={t('fields.noSuchField')}
      sections={sections}
      selected={selectedId(column.choice, book)}
      onChoose={choose}
    />
  );
}

function selectedId(choice: Choice, book: FieldBook): string | null {
  if (choice.kind === 'ignore') return LEAVE_OUT;
  return choice.kind === 'field' ? parseFieldName(choice.field, book).base : null;
}

function useSections(column: Column, columns: Column[], book: FieldBook): FilterSection[] {
  const { t } = useTranslation('import');
  const label = useFieldLabel(book);
  const header = useHeader();
  const aside = (field: Field) => {
    const holder = takenBy(columns, field.code, column.position, book);
    return holder ? t('fields.takenBy', { column: header(holder.header, holder.position) }) : null;
  };
  const doings: FilterSection = {
    id: 'doings',
    title: null,
    items: [
      { id: LEAVE_OUT, label: t('fields.ignore'), icon: <CircleSlash aria-hidden="true" /> },
      { id: NEW, label: t('fields.new'), icon: <Plus aria-hidden="true" />, always: true },
    ],
  };
  const ofFields = SECTIONS.map((section) => ({
    id: section,
    title: t(`fields.sections.${section}`),
    items: book.list
      .filter((field) => field.section === section)
      .map((field) => ({
        id: field.code,
        label: label(field.code),
        words: `${field.label} ${field.code}`,
        aside: aside(field),
      })),
  }));
  return [doings, ...ofFields];
}

/** Names a new custom field. A name that a field has already is refused, since the two could not be told apart. */
function NewField({ column, columns, book, onChoose }: FieldMenuProps) {
  const { t } = useTranslation('import');
  const [name, setName] = useState(column.choice.kind === 'new' ? column.choice.label : column.header.trim());
  const trimmed = name.trim();
  const isTaken = useNameTaken(column, columns, book)(trimmed);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (trimmed !== '' && !isTaken) onChoose({ kind: 'new', label: trimmed });
  };
  return (
    <form className={styles.new} onSubmit={add}>
      <TextField
        label={t('fields.newName')}
        value={name}
        onChange={setName}
        autoFocus
        onFocus={(event) => (event.target as HTMLInputElement).select()}
        error={isTaken ? t('fields.nameTaken') : null}
        description={t('fields.newHint')}
      />
      <Button type="submit" variant="main" size="small" isDisabled={trimmed === '' || isTaken}>
        {t('fields.add')}
      </Button>
    </form>
  );
}

function useNameTaken({ position }: Column, columns: Column[], book: FieldBook): (name: string) => boolean {
  const { i18n } = useTranslation('import');
  const label = useFieldLabel(book);
  const { compare } = new Intl.Collator(i18n.language, { sensitivity: 'base' });
  const newOnes = columns.flatMap((other) =>
    other.position !== position && other.choice.kind === 'new' ? [other.choice.label] : [],
  );
  const names = [...book.list.flatMap((field) => [field.label, label(field.code)]), ...newOnes];
  return (name) => names.some((other) => compare(other, name) === 0);
}

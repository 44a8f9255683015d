// A list in a popover that is narrowed by typing: fields, countries, groups. It can make what isn't in it. The keyboard stays in the search box while the arrows
// walk the list.
import { Check, Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  type Key,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  useFilter,
} from 'react-aria-components';
import styles from './FilterList.module.css';

type FilterItem = {
  id: string;
  label: string;
  /** Other words that find it. */
  words?: string;
  /** Said behind the label, such as who has it already. */
  aside?: string | null;
  icon?: ReactNode;
  /** Stays in the list whatever is typed, then beneath what was found. */
  always?: boolean;
};
export type FilterSection = { id: string; title: string | null; items: FilterItem[] };

type FilterListProps = {
  label: string;
  placeholder: string;
  nothing: string;
  sections: FilterSection[];
  selected: string | null;
  onChoose: (id: string) => void;
  /** Offers to make what was typed, where the list doesn't hold it yet. */
  make?: { label: (typed: string) => string; onMake: (typed: string) => void };
};

const MAKE = '+make';

export function FilterList({ label, placeholder, nothing, sections, selected, onChoose, make }: FilterListProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const isThere = sections.some(({ items }) => items.some((item) => item.label.toLowerCase() === wanted.toLowerCase()));
  const making: FilterSection[] =
    make && wanted && !isThere
      ? [{ id: 'making', title: null, items: [{ id: MAKE, label: make.label(wanted), always: true }] }]
      : [];
  const filled = [...sections, ...making].filter(({ items }) => items.length > 0);
  const shown = typed === '' ? filled : [...filled].sort((a, b) => Number(isConstant(a)) - Number(isConstant(b)));
  const always = new Set<Key>(shown.flatMap(({ items }) => items.filter((item) => item.always).map(({ id }) => id)));
  return (
    <Autocomplete
      inputValue={typed}
      onInputChange={setTyped}
      filter={(text, part, node) => always.has(node.key) || contains(text, part)}
    >
      <SearchField className={styles.search ?? ''} aria-label={placeholder} autoFocus>
        <Search aria-hidden="true" />
        <Input className={styles.input} placeholder={placeholder} dir="auto" />
      </SearchField>
      <Menu
        className={styles.list ?? ''}
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        shouldCloseOnSelect={false}
        selectedKeys={selected === null ? [] : [selected]}
        onAction={(key) => (key === MAKE ? make?.onMake(wanted) : onChoose(String(key)))}
        renderEmptyState={() => <p className={styles.nothing}>{nothing}</p>}
      >
        {shown.map((section) => (
          <Section key={section.id} section={section} />
        ))}
      </Menu>
    </Autocomplete>
  );
}

const isConstant = ({ items }: FilterSection) => items.some(({ always }) => always);

function Section({ section: { id, title, items } }: { section: FilterSection }) {
  return (
    <MenuSection id={id} className={styles.section ?? ''} aria-label={title ?? id}>
      {title && <Header className={styles.title}>{title}</Header>}
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </MenuSection>
  );
}

function Item({ item: { id, label, words, aside, icon } }: { item: FilterItem }) {
  return (
    <MenuItem
      id={id}
      className={styles.item ?? ''}
      textValue={`${label} ${words ?? ''}`}
      aria-label={aside ? `${label}, ${aside}` : label}
    >
      {({ isSelected }) => (
        <>
          {icon}
          <span className={styles.label}>
            <bdi>{label}</bdi>
          </span>
          {aside && <span className={styles.aside}>{aside}</span>}
          {isSelected && <Check aria-hidden="true" />}
        </>
      )}
    </MenuItem>
  );
}

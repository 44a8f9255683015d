// A part of the profile: its title, "+ Add" beside it, and rows of a name and a value.
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem } from '@/components/Menu';
import styles from './Section.module.css';

type Addable = { code: string; label: string };

type SectionProps = {
  title: string;
  /** What can be added: one thing at once, several through a menu. */
  addable?: Addable[];
  onAdd?: (code: string) => void;
  /** Stands in the place of "+ Add", for sections that add in a way of their own. */
  action?: ReactNode;
  children?: ReactNode;
};

export function Section({ title, addable = [], onAdd, action, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {action}
        {addable.length > 0 && onAdd && <Add title={title} addable={addable} onAdd={onAdd} />}
      </header>
      {children}
    </section>
  );
}

/** The "+ Add" beside a title. */
export function AddButton({ title, onPress }: { title: string; onPress?: () => void }) {
  const { t } = useTranslation('profile');
  return (
    <Button className={styles.add ?? ''} aria-label={t('addTo', { section: title })} onPress={onPress}>
      <Plus aria-hidden="true" />
      {t('add')}
    </Button>
  );
}

function Add({ title, addable, onAdd }: { title: string; addable: Addable[]; onAdd: (code: string) => void }) {
  const { t } = useTranslation('profile');
  const [only, ...others] = addable;
  if (only && others.length === 0) return <AddButton title={title} onPress={() => onAdd(only.code)} />;
  return (
    <Menu
      aria-label={t('addTo', { section: title })}
      trigger={<AddButton title={title} />}
      onAction={(key) => onAdd(String(key))}
    >
      {addable.map(({ code, label: name }) => (
        <MenuItem key={code} id={code}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}

type RowProps = {
  name: ReactNode;
  children: ReactNode;
  aside?: ReactNode;
  /** Stands before the name, such as a radio. */
  before?: ReactNode;
};

/** A name and what stands beside it. */
export function Row({ name, children, aside, before }: RowProps) {
  return (
    <div className={styles.row}>
      {before && <span className={styles.before}>{before}</span>}
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>{children}</span>
      {aside}
    </div>
  );
}

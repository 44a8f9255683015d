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
  children?: ReactNode;
};

export function Section({ title, addable = [], onAdd, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        {addable.length > 0 && onAdd && <Add title={title} addable={addable} onAdd={onAdd} />}
      </header>
      {children}
    </section>
  );
}

function Add({ title, addable, onAdd }: { title: string; addable: Addable[]; onAdd: (code: string) => void }) {
  const { t } = useTranslation('profile');
  const [only, ...others] = addable;
  const content = (
    <>
      <Plus aria-hidden="true" />
      {t('add')}
    </>
  );
  const label = t('addTo', { section: title });
  if (only && others.length === 0) {
    return (
      <Button className={styles.add ?? ''} aria-label={label} onPress={() => onAdd(only.code)}>
        {content}
      </Button>
    );
  }
  return (
    <Menu
      aria-label={label}
      trigger={
        <Button className={styles.add ?? ''} aria-label={label}>
          {content}
        </Button>
      }
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

/** A name and what stands beside it. */
export function Row({ name, children, aside }: { name: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>{children}</span>
      {aside}
    </div>
  );
}

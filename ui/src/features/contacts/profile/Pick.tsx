// A value that is chosen from a list where it stands: a press opens the list, typing narrows it, Enter chooses.
import { type ReactNode, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FilterList, type FilterSection } from '@/components/FilterList';
import { useShowFailure } from '@/components/failures';
import menu from '@/components/Menu.module.css';
import { Blank } from './InPlace';
import styles from './InPlace.module.css';

/** Stands for "none of them" in the list. */
const NONE = '+none';

type PickProps = {
  label: string;
  /** The id of what is chosen, or null. */
  value: string | null;
  /** How the value is shown; its words in the list unless given. */
  children?: ReactNode;
  sections: FilterSection[];
  /** Null empties the field. */
  onChoose: (id: string | null) => Promise<void>;
  /** Whether the field can be emptied. */
  canBeEmpty?: boolean;
};

export function Pick({ label, value, children, sections, onChoose, canBeEmpty = true }: PickProps) {
  const { t } = useTranslation('profile');
  const showFailure = useShowFailure();
  const [isOpen, setOpen] = useState(false);
  const chosen = sections.flatMap(({ items }) => items).find(({ id }) => id === value);
  const none = { id: 'none', title: null, items: [{ id: NONE, label: t('none'), always: true }] };
  const choose = (id: string) => {
    setOpen(false);
    if (id !== value) onChoose(id === NONE ? null : id).catch(showFailure);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={styles.shown ?? ''}>
        <span className="unseen">{t('editValue', { field: label })}: </span>
        {children ?? (value ? <bdi>{chosen?.label ?? value}</bdi> : <Blank />)}
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom start" offset={4}>
        <Dialog aria-label={label}>
          <FilterList
            label={label}
            placeholder={t('narrow')}
            nothing={t('nothingFound')}
            sections={canBeEmpty && value ? [...sections, none] : sections}
            selected={value}
            onChoose={choose}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

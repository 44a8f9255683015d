// Values chosen from a list: one (yes or no is a list of two) or several. Quiet, they look like a value in a profile until
// they are pointed at; otherwise they are fields of a form.
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, type Key, Label, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Tag } from '@/components/Chip';
import { classes } from '@/components/classes';
import { MenuItem } from '@/components/Menu';
import menu from '@/components/Menu.module.css';
import select from '@/components/Select.module.css';
import form from '@/components/TextField.module.css';
import type { Field } from '@/ipc/bindings';
import styles from './Choices.module.css';
import { joined, listOf } from './fits';
import { type Shape, useFormats } from './formats';

type ChoicesProps = {
  field: Shape & Pick<Field, 'label'> & Partial<Pick<Field, 'required'>>;
  value: string;
  onChange: (value: string) => void;
  quiet?: boolean;
  startsOpen?: boolean;
  onClose?: () => void;
};

// No option can be called so.
const NONE = '\u0000';

/** One of a list, or yes or no; without one, unless the field is required. */
export function Choice({ field, value, onChange, onClose, ...props }: ChoicesProps) {
  const { t } = useTranslation('fields');
  const { shown } = useFormats();
  const options = field.type === 'yes_no' ? ['yes', 'no'] : field.options;
  const choose = ([key]: Key[]) => onChange(key === undefined || key === NONE ? '' : String(key));
  return (
    <Opened {...props} field={field} onClose={onClose} content={value && <bdi>{shown(field, value)}</bdi>}>
      <Menu
        className={menu.menu ?? ''}
        aria-label={field.label}
        selectionMode="single"
        disallowEmptySelection={field.required}
        selectedKeys={value ? [value] : []}
        onSelectionChange={(keys) => choose([...(keys as Set<Key>)])}
      >
        {options.map((option) => (
          <MenuItem key={option} id={option} textValue={shown(field, option)}>
            {shown(field, option)}
          </MenuItem>
        ))}
        {value && !field.required ? <MenuItem id={NONE}>{t('noValue')}</MenuItem> : null}
      </Menu>
    </Opened>
  );
}

/** Several of a list; sent when the list closes. */
export function Choices({ field, value, onChange, onClose, ...props }: ChoicesProps) {
  const [chosen, setChosen] = useState<string[] | null>(null);
  const now = chosen ?? listOf(value);
  const close = () => {
    setChosen(null);
    if (chosen) onChange(joined(field.options.filter((option) => chosen.includes(option))));
    onClose?.();
  };
  const content = now.length > 0 && (
    <span className={styles.tags}>
      {now.map((option) => (
        <Tag key={option}>{option}</Tag>
      ))}
    </span>
  );
  return (
    <Opened {...props} field={field} onClose={close} content={content}>
      <Menu
        className={menu.menu ?? ''}
        aria-label={field.label}
        selectionMode="multiple"
        shouldCloseOnSelect={false}
        selectedKeys={now}
        onSelectionChange={(keys) => setChosen(keys === 'all' ? field.options : [...keys].map(String))}
      >
        {field.options.map((option) => (
          <MenuItem key={option} id={option} textValue={option}>
            <bdi>{option}</bdi>
          </MenuItem>
        ))}
      </Menu>
    </Opened>
  );
}

type OpenedProps = Pick<ChoicesProps, 'field' | 'quiet' | 'startsOpen' | 'onClose'> & {
  /** What is chosen, as it is shown. */
  content: React.ReactNode;
  children: React.ReactNode;
};

/** The button with what is chosen, and the list that it opens. */
function Opened({ field, quiet = false, startsOpen, onClose, content, children }: OpenedProps) {
  const { t } = useTranslation('fields');
  return (
    <span className={quiet ? undefined : form.field}>
      {!quiet && (
        <Label className={form.label} elementType="span">
          {field.label}
        </Label>
      )}
      <MenuTrigger defaultOpen={startsOpen} onOpenChange={(open) => !open && onClose?.()}>
        <Button className={quiet ? (styles.quiet ?? '') : classes(select.button, styles.roomy)}>
          <span className="unseen">{t('choose', { field: field.label })}: </span>
          <span className={styles.content}>{content || <span className={styles.blank}>{t('noValue')}</span>}</span>
          <ChevronDown aria-hidden="true" />
        </Button>
        <Popover className={classes(menu.popover, select.popover)} offset={4} placement="bottom start">
          {children}
        </Popover>
      </MenuTrigger>
    </span>
  );
}

// The custom fields of a subject: dragged into another order (by the keyboard too), opened by Enter or a double click, with a
// menu of everything that can be done to each.
import { EllipsisVertical, GripVertical } from 'lucide-react';
import { Button, Cell, Column, Row, Table, TableBody, TableHeader, useDragAndDrop } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { Chip, ChipButton } from '@/components/Chip';
import { Menu, MenuItem, MenuSeparator } from '@/components/Menu';
import { useNumber } from '@/components/numbers';
import type { Field, FieldUse, Subject } from '@/ipc/bindings';
import type { Open } from './FieldsScreen';
import styles from './FieldTable.module.css';
import { moved } from './order';
import { useFieldDeeds } from './useFieldDeeds';

type CustomTableProps = {
  subject: Subject;
  fields: Field[];
  uses: Map<string, FieldUse>;
  onOpen: (open: Open) => void;
};

const COLUMNS = ['label', 'type', 'code', 'used', 'actions'] as const;

export function CustomTable({ subject, fields, uses, onOpen }: CustomTableProps) {
  const { t } = useTranslation('fields');
  const { arrange } = useFieldDeeds();
  const codes = fields.map((field) => field.code);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': fields.find((f) => f.code === key)?.label ?? '' })),
    onReorder: ({ keys, target }) => {
      const dragged = [...keys].map(String);
      void arrange(subject, moved(codes, dragged, String(target.key), target.dropPosition === 'after'));
    },
  });
  const byCode = new Map(fields.map((field) => [field.code, field]));
  return (
    <Table
      className={styles.table ?? ''}
      aria-label={t('customFields')}
      dragAndDropHooks={dragAndDropHooks}
      onRowAction={(code) => {
        const field = byCode.get(String(code));
        if (field) onOpen({ what: 'edit', field });
      }}
    >
      <TableHeader>
        <Column className={styles.head ?? ''} data-column="grip">
          <span className="unseen">{t('columns.grip')}</span>
        </Column>
        {COLUMNS.map((id) => (
          <Column key={id} id={id} isRowHeader={id === 'label'} className={styles.head ?? ''} data-column={id}>
            {id === 'actions' ? <span className="unseen">{t('columns.actions')}</span> : t(`columns.${id}`)}
          </Column>
        ))}
      </TableHeader>
      <TableBody items={fields} dependencies={[uses, codes.join()]}>
        {(field) => (
          <Row id={field.code} className={styles.row ?? ''} textValue={field.label} data-retired={field.retired}>
            <Cell data-column="grip">
              <Button slot="drag" className={styles.grip ?? ''} aria-label={t('drag', { field: field.label })}>
                <GripVertical aria-hidden="true" />
              </Button>
            </Cell>
            <Cell className={styles.label ?? ''}>
              <Label field={field} />
            </Cell>
            <Cell>{t(`types.${field.type}` as 'types.text')}</Cell>
            <Cell className={styles.code ?? ''}>
              <bdi dir="ltr">{field.code}</bdi>
            </Cell>
            <Cell data-column="used">
              <Used use={uses.get(field.code)} onMisfits={() => onOpen({ what: 'misfits', field })} />
            </Cell>
            <Cell data-column="actions">
              <Actions field={field} codes={codes} subject={subject} onOpen={onOpen} />
            </Cell>
          </Row>
        )}
      </TableBody>
    </Table>
  );
}

function Label({ field }: { field: Field }) {
  const { t } = useTranslation('fields');
  return (
    <>
      <bdi>{field.label}</bdi>
      {field.required && <Chip>{t('required')}</Chip>}
      {field.retired && <Chip tone="warn">{t('retired')}</Chip>}
    </>
  );
}

/** How many hold a value; and how many of those don't fit, which opens their list. */
function Used({ use, onMisfits }: { use: FieldUse | undefined; onMisfits: () => void }) {
  const { t } = useTranslation('fields');
  const number = useNumber();
  if (!use) return null;
  return (
    <>
      {use.misfits > 0 && (
        <ChipButton tone="warn" onPress={onMisfits}>
          {t('misfits', { count: use.misfits })}
        </ChipButton>
      )}
      <span className={styles.number}>{number(use.values)}</span>
    </>
  );
}

type ActionsProps = { field: Field; codes: string[]; subject: Subject; onOpen: (open: Open) => void };

function Actions({ field, codes, subject, onOpen }: ActionsProps) {
  const { t } = useTranslation('fields');
  const { arrange, retire } = useFieldDeeds();
  const at = codes.indexOf(field.code);
  const move = (to: number) => void arrange(subject, moved(codes, [field.code], codes[to] ?? '', to > at));
  const act = (key: unknown) => {
    if (key === 'up') move(at - 1);
    else if (key === 'down') move(at + 1);
    else if (key === 'retire') void retire(field, !field.retired);
    else onOpen({ what: key as 'edit' | 'remove', field });
  };
  const label = t('actionsFor', { field: field.label });
  const off = [...(at === 0 ? ['up'] : []), ...(at === codes.length - 1 ? ['down'] : [])];
  return (
    <Menu
      aria-label={label}
      disabledKeys={off}
      onAction={act}
      trigger={<IconButton size="small" label={label} icon={<EllipsisVertical />} />}
    >
      <MenuItem id="edit">{t('edit')}</MenuItem>
      <MenuItem id="up">{t('moveUp')}</MenuItem>
      <MenuItem id="down">{t('moveDown')}</MenuItem>
      <MenuSeparator />
      <MenuItem id="retire">{field.retired ? t('bringBack') : t('retire')}</MenuItem>
      <MenuItem id="remove" danger>
        {t('remove')}
      </MenuItem>
    </Menu>
  );
}

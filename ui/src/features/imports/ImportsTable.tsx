// The imports, the newest first, with their counts.

import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLongDate, useNumber } from '@/components/numbers';
import styles from './ImportsTable.module.css';
import type { ImportBatch } from './types';

const COUNTS = ['created', 'updated', 'rejected'] as const;

type ImportsTableProps = { imports: ImportBatch[]; open: number | null; onOpen: (batch: number) => void };

export function ImportsTable({ imports, open, onOpen }: ImportsTableProps) {
  const { t } = useTranslation('imports');
  return (
    <div className={styles.scroll}>
      <Table
        className={styles.table ?? ''}
        aria-label={t('list')}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={open === null ? [] : [open]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) onOpen(Number(key));
        }}
      >
        <TableHeader>
          <Column id="file" isRowHeader className={styles.head ?? ''}>
            {t('columns.file')}
          </Column>
          <Column id="at" className={styles.head ?? ''}>
            {t('columns.at')}
          </Column>
          {COUNTS.map((id) => (
            <Column key={id} id={id} className={styles.head ?? ''} data-number>
              {t(`columns.${id}`)}
            </Column>
          ))}
          <Column id="state" className={styles.head ?? ''}>
            {t('columns.state')}
          </Column>
        </TableHeader>
        <TableBody items={imports}>{(batch) => <ImportRow id={batch.batch} batch={batch} />}</TableBody>
      </Table>
    </div>
  );
}

/** The list takes the `id` of what it is given here; without one it would tell rows by their place. */
function ImportRow({ id, batch: { at, undone_by, import: report } }: { id: number; batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const number = useNumber();
  const date = useLongDate();
  const undone = undone_by !== null;
  return (
    <Row id={id} className={styles.row ?? ''} textValue={report.file} data-undone={undone || undefined}>
      <Cell className={styles.file ?? ''}>
        <bdi title={report.file}>{report.file}</bdi>
      </Cell>
      <Cell className={styles.dim ?? ''}>{date(at)}</Cell>
      {COUNTS.map((id) => (
        <Cell
          key={id}
          className={styles.number ?? ''}
          data-bad={(id === 'rejected' && report.rejected > 0) || undefined}
        >
          {number(report[id])}
        </Cell>
      ))}
      <Cell>{undone ? <span className={styles.undone}>{t('undone')}</span> : t('done')}</Cell>
    </Row>
  );
}

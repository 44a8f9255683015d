// The documents as a table: number, day, to whom, how much, and a button for the PDF.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useMoney } from '@/components/money';
import { useShortDate } from '@/components/numbers';
import type { IssuedDocument } from '@/ipc/bindings';
import styles from '../bank/Bank.module.css';

const COLUMNS = ['document', 'date', 'name', 'amount'] as const;

type DocumentsTableProps = { documents: IssuedDocument[]; onWrite: (document: IssuedDocument) => void };

export function DocumentsTable({ documents, onWrite }: DocumentsTableProps) {
  const { t } = useTranslation('money');
  const date = useShortDate();
  const money = useMoney();
  if (documents.length === 0) {
    return (
      <div className={styles.nothing}>
        <strong>{t('documents.nothing')}</strong>
        <span>{t('documents.nothingText')}</span>
      </div>
    );
  }
  return (
    <table className={styles.table} aria-label={t('documents.title')}>
      <thead>
        <tr>
          {COLUMNS.map((id) => (
            <th key={id} scope="col" data-number={id === 'amount' || undefined}>
              {t(`documents.columns.${id}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {documents.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <bdi>{one.title}</bdi>
              {one.taken_back && <span className={styles.text}>{t('documents.takenBack')}</span>}
            </th>
            <td className={styles.day}>{date(one.date)}</td>
            <td>
              <bdi>{one.name}</bdi>
            </td>
            <td data-number>{one.amount && money(one.amount)}</td>
            <td data-number>
              <Button
                size="small"
                aria-label={t('documents.writeOne', { title: one.title })}
                onPress={() => onWrite(one)}
              >
                {t('documents.write')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// The fields that every workspace has: nothing can be done to them, but it helps to know their codes and how much they hold.
import { useTranslation } from 'react-i18next';
import { useNumber } from '@/components/numbers';
import type { Field, FieldUse } from '@/ipc/bindings';
import styles from './FieldTable.module.css';
import { useFieldLabel } from './useFieldLabel';

export function DefaultTable({ fields, uses }: { fields: Field[]; uses: Map<string, FieldUse> }) {
  const { t } = useTranslation('fields');
  const number = useNumber();
  const label = useFieldLabel(fields);
  return (
    <section aria-label={t('defaultFields')}>
      <h2 className={styles.title}>{t('defaultFields')}</h2>
      <p className={styles.remark}>{t('defaultRemark')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <td className={styles.head} data-column="grip" />
            <th className={styles.head}>{t('columns.label')}</th>
            <th className={styles.head}>{t('columns.type')}</th>
            <th className={styles.head}>{t('columns.code')}</th>
            <th className={styles.head} data-column="used">
              {t('columns.used')}
            </th>
            <td className={styles.head} data-column="actions" />
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.code} className={styles.row}>
              <td data-column="grip" />
              <td className={styles.label}>
                <bdi>{label(field)}</bdi>
              </td>
              <td>{t(`types.${field.type}` as 'types.text')}</td>
              <td className={styles.code}>
                <bdi dir="ltr">{field.code}</bdi>
              </td>
              <td data-column="used">
                <span className={styles.number}>
                  {uses.has(field.code) ? number(uses.get(field.code)?.values ?? 0) : ''}
                </span>
              </td>
              <td data-column="actions" />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

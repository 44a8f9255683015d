// What a change of type or options would do to the values of a field: the counts, and the most frequent values with what
// becomes of them, those that don't fit first.
import { useTranslation } from 'react-i18next';
import { useNumber } from '@/components/numbers';
import type { FieldPreview } from '@/ipc/bindings';
import styles from './dialogs.module.css';
import { type Shape, useFormats } from './values/formats';

export function Preview({ preview, shape }: { preview: FieldPreview; shape: Shape }) {
  const { t } = useTranslation('fields');
  const number = useNumber();
  const { shown } = useFormats();
  const { values, misfits, conversions } = preview;
  return (
    <section className={styles.preview} data-tone={misfits > 0 ? 'warn' : undefined} aria-live="polite">
      <p>
        {misfits > 0
          ? t('preview.some', { count: misfits, total: number(values) })
          : t('preview.all', { count: values })}
      </p>
      {misfits > 0 && <p className={styles.remark}>{t('preview.kept')}</p>}
      {conversions.length > 0 && (
        <ul className={styles.list}>
          {conversions.map(({ value, becomes, count }) => (
            <li key={value} className={styles.item}>
              <bdi className={becomes === null ? styles.odd : undefined}>{value}</bdi>
              <span className={styles.becomes}>
                {becomes === null ? t('preview.misfit') : <bdi>→ {shown(shape, becomes)}</bdi>}
              </span>
              <span className={styles.count}>{t('preview.times', { count })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

// What the program that a file was made for has no place for.
import { useTranslation } from 'react-i18next';
import { fieldBook } from '@/features/import/model/fieldNames';
import { useFieldLabel } from '@/features/import/words';
import type { LeftBehind as Left } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './LeftBehind.module.css';

const OWN_WORDS = ['opted_out', 'birth_year'] as const;

export function LeftBehind({ left }: { left: Left[] }) {
  const { t } = useTranslation('export');
  const fields = useAsk('fields_list', {}).data?.fields ?? [];
  const labelOf = useFieldLabel(fieldBook(fields));
  const nameOf = (code: string) => {
    const own = OWN_WORDS.find((word) => word === code);
    return own ? t(`behind.${own}`) : labelOf(code);
  };
  return (
    <div className={styles.left}>
      <p>{t('leftBehind')}</p>
      <ul className={styles.list} aria-label={t('leftBehind')}>
        {left.map(({ field, contacts }) => (
          <li key={field}>{t('behindOf', { field: nameOf(field), count: contacts })}</li>
        ))}
      </ul>
    </div>
  );
}

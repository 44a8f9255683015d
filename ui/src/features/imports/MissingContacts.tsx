// Who was in the last file with the same columns and is missing in this one: each opens.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { useShortDate } from '@/components/numbers';
import { useAsk } from '@/ipc/call';
import styles from './MissingContacts.module.css';

export function MissingContacts({ batch }: { batch: number }) {
  const { t } = useTranslation('imports');
  const date = useShortDate();
  const navigate = useNavigate();
  const { data } = useAsk('import_missing', { batch });
  if (!data?.last) return null;
  const { last, total, contacts } = data;
  return (
    <div>
      <h3 className={styles.heading}>{t('missing.title')}</h3>
      <p className={styles.about}>
        {t('missing.last', { file: last.file, date: date(last.at) })}{' '}
        {total > 0 ? t('missing.count', { count: total }) : t('missing.none')}
      </p>
      {contacts.length > 0 && (
        <ul className={styles.list} aria-label={t('missing.title')}>
          {contacts.map(({ id, name, emails, phones }) => (
            <li key={id} className={styles.line}>
              <Button
                variant="plain"
                size="small"
                onPress={() => navigate(`/contacts/${id}`)}
                aria-label={t('missing.open', { name })}
              >
                <bdi>{name}</bdi>
              </Button>
              <span className={styles.reached} dir="ltr">
                {emails[0] ?? phones[0]}
              </span>
            </li>
          ))}
        </ul>
      )}
      {total > contacts.length && <p className={styles.about}>{t('missing.first', { count: contacts.length })}</p>}
    </div>
  );
}

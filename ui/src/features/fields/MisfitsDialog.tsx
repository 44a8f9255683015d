// The values that don't fit a field, as after a change of its type: whose they are, and the way there.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import type { Field } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './dialogs.module.css';

export function MisfitsDialog({ field, onClose }: { field: Field; onClose: () => void }) {
  const { t } = useTranslation(['fields', 'common']);
  const { data } = useAsk('field_misfits', { code: field.code });
  const place = field.subject === 'organization' ? '/organizations' : '/contacts';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('fields:misfitsTitle', { field: field.label })}
      actions={<Button onPress={onClose}>{t('common:close')}</Button>}
    >
      <p className={styles.line}>{t('fields:misfitsRemark')}</p>
      <ul className={styles.list}>
        {data?.values.map(({ id, name, value }) => (
          <li key={id} className={styles.item}>
            <Link className={styles.link} to={`${place}/${id}`}>
              <bdi>{name}</bdi>
            </Link>
            <bdi className={styles.odd}>{value}</bdi>
          </li>
        ))}
      </ul>
      {data && data.total > data.values.length && (
        <p className={styles.remark}>{t('fields:misfitsMore', { count: data.total - data.values.length })}</p>
      )}
    </Dialog>
  );
}

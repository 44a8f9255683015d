// Who is at the desk, at the foot of the sidebar, with the way to let somebody else come.
import { CircleUser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { runCommand } from '@/frame/commands';
import styles from './AtDesk.module.css';
import { usePersonHere } from './state';

export function AtDesk() {
  const { t } = useTranslation('staff');
  const person = usePersonHere();
  if (!person) return null;
  return (
    <div className={styles.here}>
      <CircleUser aria-hidden="true" />
      <span className={styles.name}>
        <bdi>{person.name}</bdi>
        <span className={styles.role}>{t(`roles.${person.role}`)}</span>
      </span>
      <Button variant="plain" size="small" onPress={() => runCommand('lock')}>
        {t('change')}
      </Button>
    </div>
  );
}

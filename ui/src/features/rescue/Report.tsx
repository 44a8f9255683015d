// What came over from a damaged workspace, and what was lost, before work goes on in the new one.
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useNumber } from '@/components/numbers';
import type { Lost, Salvaged } from '@/ipc/bindings';
import styles from './RescueScreen.module.css';

/** The tables that people have a word for; the others are told of together. */
const KNOWN = ['contacts', 'points', 'addresses', 'organizations', 'groups', 'files', 'members', 'orders', 'payments'];
type Known =
  | 'contacts'
  | 'points'
  | 'addresses'
  | 'organizations'
  | 'groups'
  | 'files'
  | 'members'
  | 'orders'
  | 'payments';

const isKnown = (table: string): table is Known => KNOWN.includes(table);

export function Report({ salvaged, onOpen }: { salvaged: Salvaged; onOpen: () => void }) {
  const { t } = useTranslation('rescue');
  const { contacts, file, lost } = salvaged;
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <header className={styles.head}>
          <CircleCheck aria-hidden="true" className={styles.icon} />
          <div>
            <h1 className={styles.title}>{t('saved', { count: contacts })}</h1>
            <p className={styles.text}>{t('savedText')}</p>
            <p className={styles.path}>
              <bdi dir="ltr" className="copyable">
                {file}
              </bdi>
            </p>
          </div>
        </header>
        <section className={styles.way}>
          <h2 className={styles.heading}>{lost.length === 0 ? t('nothingLost') : t('lost')}</h2>
          {lost.length > 0 && <LostRows lost={lost} />}
        </section>
        <div className={styles.actions}>
          <Button variant="main" onPress={onOpen}>
            {t('goOn')}
          </Button>
        </div>
      </div>
    </main>
  );
}

function LostRows({ lost }: { lost: Lost[] }) {
  const { t } = useTranslation('rescue');
  const number = useNumber();
  return (
    <ul className={styles.lost}>
      {lost.map(({ table, saved, rows, more }) => (
        <li key={table}>
          <span>{isKnown(table) ? t(`tables.${table}`) : <bdi>{table}</bdi>}</span>
          <span className={styles.text}>
            {t('savedRows', { count: saved, number: number(saved) })}
            {rows > 0 && ` · ${t('lostRows', { count: rows, number: number(rows) })}`}
            {more && ` · ${t('lostParts')}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

// New contacts of an import beside those whom they look like, to see whether two are one person. Nothing was overwritten:
// both are there, each opens, and two that are one person are merged here.
import { Merge } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { MergeDialog } from '@/features/contacts/merge/MergeDialog';
import type { SimilarContact, SimilarPair } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import styles from './SimilarPairs.module.css';

type SimilarPairsProps = { batch: number; onOpen: (id: number) => void };

export function SimilarPairs({ batch, onOpen }: SimilarPairsProps) {
  const { t } = useTranslation('import');
  const { data } = useAsk('import_similar', { batch });
  if (!data) return null;
  if (data.pairs.length === 0) return <p className={styles.none}>{t('similar.none')}</p>;
  return (
    <ul className={styles.pairs} aria-label={t('similar.title')}>
      {data.pairs.map((pair) => (
        <Pair key={`${pair.new.id} ${pair.known.id}`} pair={pair} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function Pair({ pair, onOpen }: { pair: SimilarPair; onOpen: SimilarPairsProps['onOpen'] }) {
  const { t } = useTranslation('import');
  const [isMerging, setMerging] = useState(false);
  // The one that was there first takes the new one in.
  const both = { kind: 'ids' as const, ids: [pair.known.id, pair.new.id] };
  return (
    <li className={styles.pair}>
      <div className={styles.head}>
        <p className={styles.ground}>{t(`similar.grounds.${pair.ground as 'name' | 'phone' | 'email'}`)}</p>
        <Button
          size="small"
          icon={<Merge />}
          onPress={() => setMerging(true)}
          aria-label={t('similar.mergeOne', { name: pair.new.name })}
        >
          {t('similar.merge')}
        </Button>
      </div>
      {isMerging && <MergeDialog selection={both} count={2} onClose={() => setMerging(false)} />}
      <Side title={t('similar.new')} contact={pair.new} onOpen={onOpen} />
      <Side title={t('similar.known')} contact={pair.known} onOpen={onOpen} />
    </li>
  );
}

type SideProps = { title: string; contact: SimilarContact; onOpen: SimilarPairsProps['onOpen'] };

function Side({ title, contact, onOpen }: SideProps) {
  const { t } = useTranslation('import');
  const id = useId();
  const { emails, phones, organization, city } = contact;
  const reached = [...emails, ...phones];
  return (
    <section className={styles.side} aria-labelledby={id}>
      <h4 id={id} className={styles.title}>
        {title}
      </h4>
      <Button variant="plain" size="small" onPress={() => onOpen(contact.id)} aria-label={t('similar.open', contact)}>
        <bdi>{contact.name}</bdi>
      </Button>
      {reached.map((value) => (
        <span key={value} className="copyable" dir="ltr">
          {value}
        </span>
      ))}
      {[organization, city].filter(Boolean).map((value) => (
        <bdi key={value} className={styles.more}>
          {value}
        </bdi>
      ))}
    </section>
  );
}

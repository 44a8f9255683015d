// One phone or e-mail in the status window: the switch, since when and at whose wish, who else holds it, the history.
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Switch } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { PointMark } from '@/components/PointMark';
import type { Subscription } from '@/ipc/bindings';
import { History } from './History';
import { OptOutForm } from './OptOutForm';
import { ReinstateForm } from './ReinstateForm';
import styles from './ValueCard.module.css';
import { useSinceText } from './words';

type ValueCardProps = {
  subscription: Subscription;
  /** The contact that the window is about, which needs no mention. */
  besides: number | null;
  isOpen: boolean;
};

export function ValueCard({ subscription, besides, isOpen }: ValueCardProps) {
  const { t } = useTranslation('opt_outs');
  // What is asked stays while it is done: the new state may come before the answer.
  const [asking, setAsking] = useState<'optOut' | 'reinstate' | 'words' | null>(null);
  const { kind, value, shown, status } = subscription;
  const isOut = status === 'opted_out';
  const turn = isOut ? 'reinstate' : 'optOut';
  const done = () => setAsking(null);
  return (
    <section className={styles.card} aria-label={shown}>
      <div className={styles.head}>
        <span className={styles.value}>
          <PointMark value={shown} status={status} />
        </span>
        <Switch
          className={styles.switch ?? ''}
          isSelected={!isOut}
          onChange={() => setAsking(asking === turn ? null : turn)}
          aria-label={t('status.switch', { value: shown })}
        >
          <span className={styles.word}>{isOut ? t('states.opted_out') : t('states.active')}</span>
          <span className={styles.track} aria-hidden="true" />
        </Switch>
      </div>
      {isOut && asking !== 'words' && asking !== 'optOut' && (
        <Words subscription={subscription} onEdit={() => setAsking('words')} isAsking={asking !== null} />
      )}
      <Others subscription={subscription} besides={besides} />
      {asking === 'reinstate' && <ReinstateForm value={{ kind, value }} shown={shown} onDone={done} />}
      {asking === 'optOut' && <OptOutForm value={{ kind, value }} shown={shown} onDone={done} />}
      {asking === 'words' && <OptOutForm value={{ kind, value }} shown={shown} standing={subscription} onDone={done} />}
      {subscription.changes.length > 0 && (
        <Disclosure defaultExpanded={isOpen} className={styles.history ?? ''}>
          <AriaButton slot="trigger" className={styles.trigger ?? ''}>
            <ChevronRight aria-hidden="true" />
            {t('status.history', { count: subscription.changes.length })}
          </AriaButton>
          <DisclosurePanel>
            <History changes={subscription.changes} />
          </DisclosurePanel>
        </Disclosure>
      )}
    </section>
  );
}

type WordsProps = { subscription: Subscription; onEdit: () => void; isAsking: boolean };

function Words({ subscription, onEdit, isAsking }: WordsProps) {
  const { t } = useTranslation('opt_outs');
  const since = useSinceText();
  const { reason, note } = subscription;
  return (
    <div className={styles.words}>
      <span>{since(subscription)}</span>
      {reason && <bdi className={styles.reason}>{reason}</bdi>}
      {note && <bdi className={styles.note}>{note}</bdi>}
      {!isAsking && (
        <Button variant="plain" size="small" onPress={onEdit}>
          {t('status.edit')}
        </Button>
      )}
    </div>
  );
}

/** An opt-out holds for everybody who has the value, so they are named. */
function Others({
  subscription: { contacts, status },
  besides,
}: {
  subscription: Subscription;
  besides: number | null;
}) {
  const { t } = useTranslation('opt_outs');
  const others = contacts.filter(({ id }) => id !== besides);
  if (others.length === 0) {
    return besides === null && status === 'opted_out' ? <p className={styles.others}>{t('nobody')}</p> : null;
  }
  const names = others.slice(0, 3).map(({ name }) => name);
  const text = besides === null ? t('heldBy', { names: names.join(', ') }) : t('alsoOf', { names: names.join(', ') });
  return (
    <p className={styles.others}>
      <bdi>{text}</bdi>
      {others.length > names.length && ` ${t('andMore', { count: others.length - names.length })}`}
    </p>
  );
}

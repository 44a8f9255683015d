// Why is this contact in a group, or out of it? The answer in a sentence, the group's filter held against the contact, and
// who decides: the filter, or a pin.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import type { GroupWhy, Pin } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { usePin } from '../usePin';
import styles from './WhyDialog.module.css';
import { WhyTree } from './WhyTree';

type WhyDialogProps = { contact: { id: number; name: string }; group: number | null; onClose: () => void };

export function WhyDialog({ contact, group, onClose }: WhyDialogProps) {
  const { t } = useTranslation(['groups', 'common']);
  const groups = useAsk('groups_list', {}).data?.groups ?? [];
  const [chosen, setChosen] = useState(group);
  const first = groups.find(({ kind }) => kind === 'dynamic') ?? groups[0];
  const about = groups.find(({ id }) => id === chosen) ?? first;
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('why.titleOf', { name: contact.name })}
      actions={<Button onPress={onClose}>{t('common:close')}</Button>}
    >
      <div className={styles.why}>
        {about && (
          <>
            <Select
              label={t('why.group')}
              choices={groups.map(({ id, name }) => ({ id: String(id), label: name }))}
              value={String(about.id)}
              onChange={(id) => setChosen(Number(id))}
            />
            <Answer key={about.id} contact={contact} group={about} />
          </>
        )}
      </div>
    </Dialog>
  );
}

type AnswerProps = { contact: { id: number; name: string }; group: { id: number; name: string } };

function Answer({ contact, group }: AnswerProps) {
  const { t } = useTranslation('groups');
  const { data: why } = useAsk('group_why', { group: group.id, contact: contact.id });
  const pin = usePin();
  if (!why) return null;
  const choose = (next: string) =>
    void pin(group.id, { kind: 'selection', selection: { kind: 'ids', ids: [contact.id] } }, next as Pin);
  const names = { contact: contact.name, group: group.name };
  return (
    <>
      <div className={styles.verdict} data-in={why.is_in} role="status">
        <b>{why.is_in ? t('why.in', names) : t('why.out', names)}</b>
        <Reason why={why} />
      </div>
      {why.kind === 'dynamic' && !why.gone && (
        <Segmented
          label={t('pin.how')}
          choices={(['none', 'include', 'exclude'] as const).map((id) => ({ id, label: t(`pin.${id}`) }))}
          value={why.pin}
          onChange={choose}
        />
      )}
      {why.filter && (
        <section className={styles.filter} aria-label={t('why.filter')}>
          <h3 className={styles.heading}>{t('why.filter')}</h3>
          <WhyTree part={why.filter} />
        </section>
      )}
    </>
  );
}

/** What beside the filter decides. */
function Reason({ why }: { why: GroupWhy }) {
  const { t } = useTranslation('groups');
  if (why.gone) return t('why.gone');
  if (why.kind === 'static') return t('why.byHand');
  if (why.pin === 'include') return t('why.pinnedIn');
  if (why.pin === 'exclude') return t('why.pinnedOut');
  return why.filter ? null : t('why.unreadable');
}

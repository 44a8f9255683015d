// The register of consents over all contacts: who agreed to what, when and how, and who refused or withdrew it.
import { Handshake } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { useShowFailure } from '@/components/failures';
import { useLongDate, useNumber } from '@/components/numbers';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import { showToast } from '@/components/Toast';
import { SearchBox } from '@/features/contacts/SearchBox';
import { ScreenHead } from '@/frame/ScreenHead';
import type { ConsentEntry, Consents } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { useJob } from '@/ipc/jobs';
import { pickSave, reveal } from '@/ipc/shell';
import styles from './ConsentsScreen.module.css';

const STATES = ['given', 'refused', 'withdrawn'] as const;
const ALL = 'all';
/** How many more are shown at a time. */
const STEP = 200;

export function ConsentsScreen() {
  const { t } = useTranslation('consents');
  const [search, setSearch] = useState('');
  const [purpose, setPurpose] = useState<string | null>(null);
  const [state, setState] = useState<string | null>(null);
  const [limit, setLimit] = useState(STEP);
  const { data } = useAsk('consents_page', { search, purpose, state, offset: 0, limit }, { keepPrevious: true });
  const isWhole = search === '' && purpose === null && state === null;
  return (
    <>
      <ScreenHead
        title={t('title')}
        middle={
          <SearchBox value={search} onChange={setSearch} onLeave={() => {}} label={t('search')} hint={t('search')} />
        }
      >
        <SaveRegister purpose={purpose} state={state} isDisabled={!data || data.total === 0} />
      </ScreenHead>
      {data && (data.purposes.length > 0 || !isWhole) && (
        <div className={styles.bar}>
          <Purposes consents={data} purpose={purpose} onChange={setPurpose} />
          <Segmented
            label={t('state')}
            quiet
            choices={[ALL, ...STATES].map((id) => ({ id, label: t(`states.${id as typeof ALL}`) }))}
            value={state ?? ALL}
            onChange={(id) => setState(id === ALL ? null : id)}
          />
          <span className={styles.total}>{t('total', { count: data.total })}</span>
        </div>
      )}
      {data && data.total === 0 && (
        <EmptyState
          icon={<Handshake aria-hidden="true" />}
          title={isWhole ? t('none.title') : t('noMatch')}
          {...(isWhole && { text: t('none.text') })}
        />
      )}
      {data && data.total > 0 && (
        <Register consents={data} onMore={limit < data.total && limit < 1000 ? () => setLimit(limit + STEP) : null} />
      )}
    </>
  );
}

type PurposesProps = { consents: Consents; purpose: string | null; onChange: (purpose: string | null) => void };

function Purposes({ consents, purpose, onChange }: PurposesProps) {
  const { t } = useTranslation('consents');
  const number = useNumber();
  const choices = consents.purposes.map((each) => ({
    id: each.purpose,
    label: `${each.purpose} (${number(each.given)})`,
  }));
  return (
    <Select
      label={t('purpose')}
      quiet
      choices={[{ id: '', label: t('allPurposes') }, ...choices]}
      value={purpose ?? ''}
      onChange={(id) => onChange(id === '' ? null : id)}
    />
  );
}

function Register({ consents, onMore }: { consents: Consents; onMore: (() => void) | null }) {
  const { t } = useTranslation('consents');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.scroll} aria-label={t('title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['contact', 'purpose', 'state', 'given', 'ended', 'note'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {consents.consents.map((entry) => (
            <Entry key={`${entry.contact_id} ${entry.purpose}`} entry={entry} />
          ))}
        </tbody>
      </table>
      {onMore && (
        <div className={styles.more}>
          <Button onPress={onMore}>{t('more')}</Button>
        </div>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: ConsentEntry }) {
  const { t } = useTranslation('consents');
  const navigate = useNavigate();
  const date = useLongDate();
  const when = (day: string | null, how: string | null) => (
    <>
      {day ? date(day) : null}
      {how && <bdi className={styles.how}>{how}</bdi>}
    </>
  );
  const state = STATES.find((each) => each === entry.state) ?? 'given';
  const isGiven = state === 'given';
  return (
    <tr>
      <td>
        <Button variant="plain" size="small" onPress={() => navigate(`/contacts/${entry.contact_id}`)}>
          <bdi>{entry.name}</bdi>
        </Button>
      </td>
      <td>
        <bdi>{entry.purpose}</bdi>
      </td>
      <td className={isGiven ? styles.given : styles.ended}>{t(`states.${state}`)}</td>
      <td>{when(entry.given_on, entry.given_how)}</td>
      <td>{isGiven ? null : when(entry.ended_on, entry.how)}</td>
      <td>
        <bdi>{entry.note}</bdi>
      </td>
    </tr>
  );
}

type SaveRegisterProps = { purpose: string | null; state: string | null; isDisabled: boolean };

function SaveRegister({ purpose, state, isDisabled }: SaveRegisterProps) {
  const { t } = useTranslation('consents');
  const showFailure = useShowFailure();
  const job = useJob('consents_save');
  const save = async () => {
    const path = await pickSave(t('save'), t('file'), ['xlsx', 'csv']);
    if (path === null) return;
    const done = await job.run({ path, purpose, state });
    if (!done) return;
    showToast({
      title: t('saved', { count: done.consents }),
      action: { label: t('show'), onPress: () => void reveal(done.file).catch(showFailure) },
    });
  };
  return (
    <Button isDisabled={isDisabled || job.running} onPress={() => void save().catch(showFailure)}>
      {t('save')} …
    </Button>
  );
}

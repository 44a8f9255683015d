// Enrolling a member: type, tier and first day, with the price that the order will say.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Dialog } from '@/components/Dialog';
import { useMoney } from '@/components/money';
import { Select } from '@/components/Select';
import { TextField } from '@/components/TextField';
import { TypedDay } from '@/features/fields/values/TypedDay';
import styles from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import { ContactPicker } from '@/features/organizations/profile/ContactPicker';
import type { Member, MembershipType } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import { useTyped } from '../dates';

export function EnrollDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { data } = useAsk('membership_types', {});
  const held = new Set(
    member.memberships.filter(({ status }) => status !== 'lapsed' && status !== 'cancelled').map((one) => one.type_id),
  );
  const types = data?.types.filter(({ id, retired }) => !retired && !held.has(id));
  if (!types) return null;
  return types.length === 0 ? <NoTypes onClose={onClose} /> : <Form {...{ member, types, onClose }} />;
}

function NoTypes({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['members', 'common']);
  const navigate = useNavigate();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('enroll.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" onPress={() => navigate('/membership-types')}>
            {t('empty.types')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t('enroll.noTypes')}</p>
    </Dialog>
  );
}

type FormProps = { member: Member; types: MembershipType[]; onClose: () => void };

function Form({ member, types, onClose }: FormProps) {
  const { t } = useTranslation(['members', 'money', 'common']);
  const money = useMoney();
  const typed = useTyped();
  const { save, isSaving, errorOf } = useSave(onClose);
  const [typeId, setType] = useState(types[0]?.id ?? 0);
  const [tierId, setTier] = useState<number | null>(null);
  const [start, setStart] = useState('');
  const [payer, setPayer] = useState<number | null>(null);
  const [free, setFree] = useState(false);
  const [code, setCode] = useState('');
  const type = types.find(({ id }) => id === typeId) ?? types[0];
  const tiers = type?.tiers.filter(({ retired }) => !retired) ?? [];
  const tier = tiers.find(({ id }) => id === tierId) ?? tiers[0];
  const submit = () => {
    const work = () =>
      call('member_enroll', {
        id: member.contact_id,
        type_id: typeId,
        tier: tier?.id ?? null,
        start: typed.day(start),
        free,
        payer,
        reason: null,
        code: free ? null : code,
      });
    void save(async () => work(), t('enroll.done', { type: type?.name ?? '' }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={submit}
      title={t('enroll.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving}>
            {t('enroll.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Select
          label={t('enroll.type')}
          choices={types.map(({ id, name }) => ({ id: String(id), label: name }))}
          value={String(typeId)}
          onChange={(id) => setType(Number(id))}
        />
        {tiers.length > 0 && (
          <Select
            label={t('enroll.tier')}
            choices={tiers.map(({ id, name, price }) => ({ id: String(id), label: `${name} · ${money(price)}` }))}
            value={String(tier?.id ?? '')}
            onChange={(id) => setTier(Number(id))}
          />
        )}
        <TypedDay
          label={t('enroll.start')}
          description={t('enroll.startHint')}
          value={start}
          onChange={setStart}
          error={errorOf('start')}
        />
        <ContactPicker
          label={t('enroll.payer')}
          description={t('enroll.payerHint')}
          onChange={(contact) => setPayer(contact?.id ?? null)}
          error={errorOf('payer')}
          autoFocus={false}
        />
        <TextField
          label={t('money:discount.of')}
          description={t('money:discount.codeHint')}
          value={code}
          onChange={setCode}
          error={errorOf('code')}
          isDisabled={free}
          ltr
        />
        <Checkbox isSelected={free} onChange={setFree}>
          {t('enroll.free')}
        </Checkbox>
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

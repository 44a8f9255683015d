// Taking a member into the bundle of a payer: who, at which tier, from which day on.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { Dialog } from '@/components/Dialog';
import { useMoney } from '@/components/money';
import { Select } from '@/components/Select';
import { TypedDay } from '@/features/fields/values/TypedDay';
import styles from '@/features/groups/GroupDialog.module.css';
import { useSave } from '@/features/groups/useSave';
import { ContactPicker, type PickedContact } from '@/features/organizations/profile/ContactPicker';
import { call, useAsk } from '@/ipc/call';
import { useTyped } from '../dates';

type BundleAddDialogProps = {
  payer: { payer_id: number; payer: string; type_id: number };
  onClose: () => void;
};

export function BundleAddDialog({ payer: { payer_id, payer, type_id }, onClose }: BundleAddDialogProps) {
  const { t } = useTranslation(['members', 'common']);
  const money = useMoney();
  const typed = useTyped();
  const { save, isSaving, errorOf } = useSave(onClose);
  const [member, setMember] = useState<PickedContact | null>(null);
  const [tierId, setTier] = useState<number | null>(null);
  const [joined, setJoined] = useState('');
  const [free, setFree] = useState(false);
  const type = useAsk('membership_types', {}).data?.types.find(({ id }) => id === type_id);
  const tiers = type?.tiers.filter(({ retired }) => !retired) ?? [];
  const tier = tiers.find(({ id }) => id === tierId) ?? tiers[0];
  const submit = () => {
    if (!member) return;
    const input = { payer: payer_id, type_id, members: [member.id], tier: tier?.id ?? null, free };
    const work = async () => call('bundle_add', { ...input, joined: typed.day(joined) });
    void save(work, t('bundle.added', { name: member.name, payer }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      onSubmit={submit}
      title={t('bundle.addTitle', { payer })}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="main" type="submit" isDisabled={isSaving || !member}>
            {t('bundle.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ContactPicker
          label={t('bundle.member')}
          description={t('bundle.memberHint')}
          onChange={setMember}
          error={errorOf('members')}
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
          label={t('bundle.joined')}
          description={t('bundle.joinedHint')}
          value={joined}
          onChange={setJoined}
          error={errorOf('joined')}
        />
        <Checkbox isSelected={free} onChange={setFree}>
          {t('enroll.free')}
        </Checkbox>
        {errorOf(null) && <p className={styles.error}>{errorOf(null)}</p>}
      </div>
    </Dialog>
  );
}

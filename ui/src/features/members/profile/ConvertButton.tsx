// "Convert to member" on the head of a contact's profile, and the member's number once it is one.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { useShowFailure } from '@/components/failures';
import { useUndo } from '@/frame/undo';
import { call, useAsk } from '@/ipc/call';
import styles from './ConvertButton.module.css';

export function ConvertButton({ id }: { id: number }) {
  const { t } = useTranslation('members');
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  const { data } = useAsk('member_find', { id });
  if (!data) return null;
  if (data.member) {
    return (
      <span className={styles.chip}>
        <Chip>{t('memberNumber', { number: data.member.number })}</Chip>
      </span>
    );
  }
  const convert = async () => {
    try {
      const { member, batch } = await call('member_convert', { id, number: null, joined: null });
      confirm(t('converted', { name: member.name, number: member.number }), batch);
    } catch (reason) {
      showFailure(reason);
    }
  };
  return <Button onPress={() => void convert()}>{t('convert')}</Button>;
}

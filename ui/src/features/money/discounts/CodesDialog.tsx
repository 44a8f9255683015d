// The codes that give discounts: which there are, how often each was used, a new one, and taking one no more.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { useMoney } from '@/components/money';
import { useShortDate } from '@/components/numbers';
import { Refusal } from '@/components/Refusal';
import { useUndo } from '@/frame/undo';
import type { PromoCode } from '@/ipc/bindings';
import { call, useAsk } from '@/ipc/call';
import { CodeForm } from './CodeForm';
import styles from './Codes.module.css';

export function CodesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['money', 'common']);
  const { data } = useAsk('promo_codes', {});
  const [isAdding, setAdding] = useState(false);
  if (isAdding) return <CodeForm onClose={() => setAdding(false)} />;
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('codes.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:close')}</Button>
          <Button variant="main" icon={<Plus />} onPress={() => setAdding(true)}>
            {t('codes.add')}
          </Button>
        </>
      }
    >
      {data && <Codes codes={data.codes} />}
    </Dialog>
  );
}

function Codes({ codes }: { codes: PromoCode[] }) {
  const { t } = useTranslation('money');
  const [failure, setFailure] = useState<unknown>(null);
  if (codes.length === 0) return <p className={styles.text}>{t('codes.none')}</p>;
  return (
    <>
      <table className={styles.table} aria-label={t('codes.title')}>
        <thead>
          <tr>
            {(['code', 'worth', 'valid', 'used'] as const).map((id) => (
              <th key={id} scope="col">
                {t(`codes.columns.${id}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <OneCode key={code.id} code={code} onFailure={setFailure} />
          ))}
        </tbody>
      </table>
      <Refusal failure={failure} />
    </>
  );
}

function OneCode({ code, onFailure }: { code: PromoCode; onFailure: (failure: unknown) => void }) {
  const { t } = useTranslation('money');
  const { confirm } = useUndo();
  const money = useMoney();
  const date = useShortDate();
  const { id, valid_from, valid_until, uses, used, retired } = code;
  const days = [
    valid_from && t('codes.from', { day: date(valid_from) }),
    valid_until && t('codes.until', { day: date(valid_until) }),
  ];
  const worth = code.amount ? money(code.amount) : t('codes.percent', { percent: code.percent ?? 0 });
  const turn = async () => {
    try {
      const { batch } = await call('promo_code_edit', { id, valid_from, valid_until, uses, retired: !retired });
      confirm(t(retired ? 'codes.resumed' : 'codes.retired', { code: code.code }), batch);
    } catch (reason) {
      onFailure(reason);
    }
  };
  return (
    <tr data-retired={retired || undefined}>
      <th scope="row">
        <bdi>{code.code}</bdi>
      </th>
      <td>{worth}</td>
      <td>{days.filter(Boolean).join(' ') || t('codes.always')}</td>
      <td>{uses === null ? t('codes.used', { count: used }) : t('codes.usedOf', { used, uses })}</td>
      <td className={styles.deed}>
        <Button
          size="small"
          variant="plain"
          aria-label={t(retired ? 'codes.resumeOne' : 'codes.retireOne', { code: code.code })}
          onPress={() => void turn()}
        >
          {t(retired ? 'codes.resume' : 'codes.retire')}
        </Button>
      </td>
    </tr>
  );
}

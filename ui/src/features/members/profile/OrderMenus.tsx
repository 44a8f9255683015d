// What can be done with an order or a payment. Each is an act of its own, told and undone like every other.
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem } from '@/components/Menu';
import { useMoney } from '@/components/money';
import { useUndo } from '@/frame/undo';
import type { MemberOrder as Order, Payment } from '@/ipc/bindings';
import { call } from '@/ipc/call';

/** Does it, and tells it with an Undo. */
function useAct() {
  const { confirm } = useUndo();
  const showFailure = useShowFailure();
  return async (work: () => Promise<{ batch: number | null }>, done: string) => {
    try {
      const { batch } = await work();
      confirm(done, batch);
    } catch (reason) {
      showFailure(reason);
    }
  };
}

export function OrderMenu({ order }: { order: Order }) {
  const { t } = useTranslation('members');
  const money = useMoney();
  const act = useAct();
  const label = t('orderMenu.of', { text: order.lines[0]?.text ?? '' });
  const cancel = () => {
    const done = t('orderMenu.cancelled', { amount: money(order.total) });
    void act(() => call('order_cancel', { id: order.id }), done);
  };
  return (
    <Menu aria-label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
      <MenuItem danger isDisabled={order.state === 'cancelled'} onAction={cancel}>
        {t('orderMenu.cancel')}
      </MenuItem>
    </Menu>
  );
}

export function PaymentMenu({ payment }: { payment: Payment }) {
  const { t } = useTranslation('members');
  const money = useMoney();
  const act = useAct();
  const label = t('orderMenu.ofPayment', { amount: money(payment.amount) });
  const remove = () => {
    const done = t('orderMenu.removed', { amount: money(payment.amount) });
    void act(() => call('payment_remove', { id: payment.id }), done);
  };
  return (
    <Menu aria-label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
      <MenuItem danger onAction={remove}>
        {t('orderMenu.remove')}
      </MenuItem>
    </Menu>
  );
}

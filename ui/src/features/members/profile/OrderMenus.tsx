// What can be done with an order or a payment. Each is an act of its own, told and undone like every other.
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem, MenuSeparator } from '@/components/Menu';
import { useMoney } from '@/components/money';
import { showToast } from '@/components/Toast';
import { DiscountDialog } from '@/features/money/discounts/DiscountDialog';
import type { MemberOrder as Order, Payment } from '@/ipc/bindings';
import { call } from '@/ipc/call';
import { pickSave } from '@/ipc/shell';
import { useAct } from './useAct';

/** Asks for a file and writes a document into it; told is its number. */
function useDocument() {
  const { t, i18n } = useTranslation('members');
  const showFailure = useShowFailure();
  return async (kind: 'invoice' | 'receipt', id: number) => {
    const title = t(kind === 'invoice' ? 'orderMenu.saveInvoice' : 'orderMenu.saveReceipt');
    const path = await pickSave(title, `${t(`orderMenu.${kind}Name`)} ${id}.pdf`, ['pdf']);
    if (path === null) return;
    try {
      const language = i18n.language;
      const { number, issued } =
        kind === 'invoice'
          ? await call('invoice_save', { order: id, path, language })
          : await call('receipt_save', { payment: id, path, language });
      const key = kind === 'invoice' ? 'orderMenu.issuedInvoice' : 'orderMenu.issuedReceipt';
      showToast({ title: t(issued ? key : 'orderMenu.again', { number }) });
    } catch (reason) {
      showFailure(reason);
    }
  };
}

export function OrderMenu({ order }: { order: Order }) {
  const { t } = useTranslation(['members', 'money']);
  const money = useMoney();
  const act = useAct();
  const document = useDocument();
  const [isDiscounting, setDiscounting] = useState(false);
  const label = t('orderMenu.of', { text: order.lines[0]?.text ?? '' });
  const cancel = () => {
    const done = t('orderMenu.cancelled', { amount: money(order.total) });
    void act(() => call('order_cancel', { id: order.id }), done);
  };
  return (
    <>
      <Menu aria-label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
        <MenuItem isDisabled={order.state === 'cancelled'} onAction={() => void document('invoice', order.id)}>
          {t('orderMenu.invoice')}
        </MenuItem>
        <MenuItem isDisabled={order.state === 'cancelled'} onAction={() => setDiscounting(true)}>
          {t('money:discount.open')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger isDisabled={order.state === 'cancelled'} onAction={cancel}>
          {t('orderMenu.cancel')}
        </MenuItem>
      </Menu>
      {isDiscounting && <DiscountDialog order={order} onClose={() => setDiscounting(false)} />}
    </>
  );
}

export function PaymentMenu({ payment }: { payment: Payment }) {
  const { t } = useTranslation('members');
  const money = useMoney();
  const act = useAct();
  const document = useDocument();
  const label = t('orderMenu.ofPayment', { amount: money(payment.amount) });
  const remove = () => {
    const done = t('orderMenu.removed', { amount: money(payment.amount) });
    void act(() => call('payment_remove', { id: payment.id }), done);
  };
  return (
    <Menu aria-label={label} trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}>
      <MenuItem onAction={() => void document('receipt', payment.id)}>{t('orderMenu.receipt')}</MenuItem>
      <MenuSeparator />
      <MenuItem danger onAction={remove}>
        {t('orderMenu.remove')}
      </MenuItem>
    </Menu>
  );
}

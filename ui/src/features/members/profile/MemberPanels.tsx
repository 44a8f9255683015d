// What a member has beside what every contact has: memberships, bundles, orders and payments.
import { useAsk } from '@/ipc/call';
import { BundlesPanel } from './BundlesPanel';
import { MembershipsPanel } from './MembershipsPanel';
import { OrdersPanel } from './OrdersPanel';

export function MemberPanels({ id }: { id: number }) {
  const member = useAsk('member_find', { id }).data?.member ?? null;
  const statement = useAsk('contact_statement', { id }).data;
  const hasOrders = statement !== undefined && statement.orders.length + statement.payments.length > 0;
  return (
    <>
      {member && <MembershipsPanel member={member} />}
      <BundlesPanel id={id} />
      {(member || hasOrders) && statement && (
        <OrdersPanel id={id} name={member?.name ?? statement.orders[0]?.name ?? ''} statement={statement} />
      )}
    </>
  );
}

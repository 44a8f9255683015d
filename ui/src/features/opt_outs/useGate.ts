// What the core's gate says about a contact, for the buttons that copy, call and write: they use only what it gives, and say
// why not where it gives nothing.
import { useTranslation } from 'react-i18next';
import { showToast } from '@/components/Toast';
import type { Channel, Point, PointStatus, Refusal } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';
import { openStatusWindow } from './statusWindow';

/** Phones and e-mails have a state; other points are open to everyone. */
export const isSubscribable = ({ kind }: Point) => kind === 'phone' || kind === 'email';

/** What belongs to no contact has nothing but its own state, which is the core's answer too. */
const BY_STATE = {
  active: null,
  opted_out: 'opted_out',
  invalid: 'no_address',
} as const satisfies Record<PointStatus, Refusal | null>;

/** The gate for a contact; without one, for points of something else such as an organization. */
export function useGate(contact: number | undefined) {
  const { t } = useTranslation(['opt_outs', 'common']);
  const { data } = useAsk('contact_reach', { id: contact ?? 0 }, { enabled: contact !== undefined });

  /** The value to reach the contact by; null where there is none that may be used, with the reason in words. */
  const through = (channel: Channel): { value: string | null; why: string | null } => {
    const found = data?.channels.find((reach) => reach.channel === channel);
    const refusal = found?.refusal ?? null;
    const why = refusal && refusal !== 'no_address' ? t(`whyNot.${channel}.${refusal}`) : null;
    return { value: found?.value ?? null, why };
  };

  /** Why a point may not be used; null when it may, undefined until the core has answered. */
  const refusalOf = (point: Point): Refusal | null | undefined => {
    if (!isSubscribable(point)) return null;
    if (contact === undefined) return BY_STATE[point.status];
    const channel = point.kind === 'email' ? 'email' : 'phone';
    return data?.points.find((reach) => reach.point === point.id && reach.channel === channel)?.refusal;
  };

  /** Copies a point if it may be used, and says why not otherwise. */
  const copy = async (point: Point) => {
    const refusal = refusalOf(point);
    if (refusal) {
      const status = contact === undefined ? undefined : () => openStatusWindow({ contact });
      showToast({
        title: t('notCopied', { value: point.value }),
        detail: t(`refusals.${refusal}`),
        action: status && { label: t('showStatus'), onPress: status },
      });
    } else if (refusal === null) {
      await navigator.clipboard.writeText(point.value);
      showToast({ title: t('common:copied') });
    }
  };

  return { through, refusalOf, copy: (point: Point) => void copy(point) };
}

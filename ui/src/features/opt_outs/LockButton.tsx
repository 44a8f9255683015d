// The lock beside a phone or e-mail: its state, and the way into the status window.
import { Lock, LockOpen, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import type { Point, PointStatus } from '@/ipc/bindings';
import { openStatusWindow } from './statusWindow';

const ICONS = { active: LockOpen, opted_out: Lock, invalid: TriangleAlert } satisfies Record<PointStatus, unknown>;

/** Of a contact's profile it opens all that the contact has, elsewhere the one value. */
export function LockButton({ contact, point }: { contact?: number; point: Point }) {
  const { t } = useTranslation('opt_outs');
  const { kind, value, normalized, status } = point;
  const Icon = ICONS[status];
  const open = () => {
    if (contact !== undefined) openStatusWindow({ contact });
    else if (normalized) openStatusWindow({ kind: kind === 'email' ? 'email' : 'phone', value: normalized });
  };
  return (
    <IconButton
      size="small"
      label={t('lock', { value, state: t(`states.${status}`) })}
      icon={<Icon />}
      isDisabled={status === 'invalid'}
      onPress={open}
    />
  );
}

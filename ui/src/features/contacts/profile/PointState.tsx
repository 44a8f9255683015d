// The state of a phone or e-mail beside its value: active, opted out, not valid.
import { Lock, LockOpen, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Point, PointStatus } from '@/ipc/bindings';
import styles from './PointRow.module.css';

const ICONS = { active: LockOpen, opted_out: Lock, invalid: TriangleAlert } satisfies Record<PointStatus, unknown>;

export function PointState({ point }: { point: Point }) {
  const { t } = useTranslation('profile');
  const Icon = ICONS[point.status];
  return (
    <span className={styles.status} data-status={point.status} aria-hidden="true">
      {t(`status.${point.status}`)}
      <Icon />
    </span>
  );
}

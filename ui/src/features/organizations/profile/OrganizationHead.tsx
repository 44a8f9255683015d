// The head of an organization's profile: what it is, how to reach it now, and the ways onward.
import { ArrowLeft, ArrowRightLeft, ChevronDown, ChevronUp, Ellipsis, Maximize2, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { useShowFailure } from '@/components/failures';
import { Menu, MenuItem } from '@/components/Menu';
import styles from '@/features/contacts/profile/ProfileHead.module.css';
import type { Organization } from '@/ipc/bindings';
import { openExternal } from '@/ipc/shell';
import { useConvert } from '../useConvert';
import { KIND_ICONS } from '../words';
import own from './OrganizationHead.module.css';
import type { OrganizationPaneProps } from './OrganizationPane';

type BarProps = Omit<OrganizationPaneProps, 'onDelete'>;

/** The line of small buttons: back or close, previous and next, open whole. */
export function OrganizationBar({ id, isWhole, isCovering, onClose, onOpenWhole, onPrevious, onNext }: BarProps) {
  const { t } = useTranslation(['organizations', 'profile']);
  return (
    <div className={styles.bar}>
      {isCovering && (
        <Button variant="plain" size="small" icon={<ArrowLeft className={styles.mirrored} />} onPress={onClose}>
          {t('back')}
        </Button>
      )}
      <span className={styles.space} />
      <IconButton
        size="small"
        label={t('previous')}
        icon={<ChevronUp />}
        isDisabled={!onPrevious}
        onPress={() => onPrevious?.()}
      />
      <IconButton
        size="small"
        label={t('next')}
        icon={<ChevronDown />}
        isDisabled={!onNext}
        onPress={() => onNext?.()}
      />
      {!isWhole && (
        <IconButton
          size="small"
          label={t('profile:open')}
          icon={<Maximize2 />}
          onPress={() => id !== null && onOpenWhole(id)}
        />
      )}
      {!isCovering && <IconButton size="small" label={t('profile:close')} icon={<X />} onPress={onClose} />}
    </div>
  );
}

/** The one to use now: the primary one that nobody has opted out of, or the first such. */
function usable({ points }: Organization, kind: 'phone' | 'email'): string | null {
  const active = points.filter((point) => point.kind === kind && point.status === 'active');
  const chosen = active.find((point) => point.primary) ?? active[0];
  return chosen ? (chosen.normalized ?? chosen.value) : null;
}

type HeadProps = { organization: Organization; onDelete: () => void };

export function OrganizationHead({ organization, onDelete }: HeadProps) {
  const { t } = useTranslation('organizations');
  const Icon = KIND_ICONS[organization.kind];
  const above = organization.above.map(({ name }) => name).join(' › ');
  return (
    <header>
      <div className={styles.who}>
        <span className={own.mark} aria-hidden="true">
          <Icon />
        </span>
        <div className={styles.names}>
          <h2 className={styles.name}>
            <bdi className="copyable">{organization.name}</bdi>
          </h2>
          <span className={styles.role}>
            {t(`kinds.${organization.kind}`)}
            {above && (
              <>
                {' · '}
                <bdi>{above}</bdi>
              </>
            )}
          </span>
        </div>
      </div>
      <Actions organization={organization} onDelete={onDelete} />
    </header>
  );
}

function Actions({ organization, onDelete }: HeadProps) {
  const { t } = useTranslation(['organizations', 'profile']);
  const showFailure = useShowFailure();
  const convert = useConvert();
  const phone = usable(organization, 'phone');
  const email = usable(organization, 'email');
  const open = (url: string) => void openExternal(url).catch(showFailure);
  return (
    <div className={styles.actions}>
      {organization.kind === 'lead' && (
        <Button
          variant="main"
          icon={<ArrowRightLeft />}
          onPress={() => void convert(organization.id, organization.name)}
        >
          {t('convert')}
        </Button>
      )}
      <Button isDisabled={!phone} onPress={() => open(`tel:${phone}`)}>
        {t('profile:call')}
      </Button>
      <Button isDisabled={!email} onPress={() => open(`mailto:${email}`)}>
        {t('profile:write')}
      </Button>
      <Menu aria-label={t('profile:more')} trigger={<IconButton label={t('profile:more')} icon={<Ellipsis />} />}>
        <MenuItem icon={<Trash2 />} danger onAction={onDelete}>
          {t('profile:delete')}
        </MenuItem>
      </Menu>
    </div>
  );
}

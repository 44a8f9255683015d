// The views of a list as tabs: everything, the kept views, and a plus that keeps what is shown. A view that was changed
// shows it and offers to save it or to go back.
import { ChevronDown, CircleAlert, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/components/Button';
import { ViewChip } from '@/components/Chip';
import { Menu, MenuItem, MenuSeparator } from '@/components/Menu';
import { NameDialog } from '@/components/NameDialog';
import type { View } from '@/ipc/bindings';
import { useViews, type Viewed } from './useViews';
import styles from './ViewTabs.module.css';

type Asking = { what: 'new' } | { what: 'rename' | 'duplicate'; view: View } | null;

export function ViewTabs({ viewed }: { viewed: Viewed }) {
  const { t } = useTranslation(['contacts', 'common']);
  const views = useViews(viewed);
  const [asking, setAsking] = useState<Asking>(null);

  const keep = (name: string) => {
    if (asking?.what === 'rename') return views.rename(asking.view.id, name);
    if (asking?.what === 'duplicate') return views.duplicate(asking.view.id, name);
    return views.saveAs(name);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className={styles.tabs} role="group" aria-label={t('view.tabs')}>
        <ViewChip on={views.isAll} onPress={views.all}>
          {t('all')}
        </ViewChip>
        {views.views.map((view) => (
          <span key={view.id} className={styles.tab}>
            <ViewChip on={view === views.view} onPress={() => views.open(view)}>
              <bdi>{view.name}</bdi>
              {view.problem && (
                <span className={styles.problem} role="img" aria-label={t('view.problem')} title={t('view.problem')}>
                  <CircleAlert />
                </span>
              )}
              {view === views.view && views.differs && (
                <>
                  <span className={styles.dot} aria-hidden="true" />
                  <span className="unseen">{t('view.differs')}</span>
                </>
              )}
            </ViewChip>
            {view === views.view && <ViewMenu view={view} views={views} onAsk={setAsking} />}
          </span>
        ))}
        <IconButton size="small" label={t('view.new')} icon={<Plus />} onPress={() => setAsking({ what: 'new' })} />
      </div>
      {views.differs && (
        <div className={styles.save}>
          <Button size="small" onPress={views.save}>
            {t('common:save')}
          </Button>
          <Button size="small" onPress={() => setAsking({ what: 'new' })}>
            {t('view.saveAs')}
          </Button>
          <Button size="small" variant="plain" onPress={views.revert}>
            {t('view.revert')}
          </Button>
        </div>
      )}
      <NameDialog
        label={t('view.name')}
        key={asking ? asking.what : 'none'}
        isOpen={asking !== null}
        title={t(`view.${asking?.what ?? 'new'}`)}
        name={asking && asking.what !== 'new' ? asking.view.name : ''}
        onName={keep}
        onClose={() => setAsking(null)}
      />
    </>
  );
}

type ViewMenuProps = { view: View; views: ReturnType<typeof useViews>; onAsk: (asking: Asking) => void };

function ViewMenu({ view, views, onAsk }: ViewMenuProps) {
  const { t } = useTranslation(['contacts', 'common']);
  const place = views.views.indexOf(view);
  return (
    <Menu
      aria-label={t('view.menu', { name: view.name })}
      trigger={<IconButton size="small" label={t('view.menu', { name: view.name })} icon={<ChevronDown />} />}
    >
      <MenuItem onAction={() => onAsk({ what: 'rename', view })}>{t('view.rename')}</MenuItem>
      <MenuItem onAction={() => onAsk({ what: 'duplicate', view })}>{t('view.duplicate')}</MenuItem>
      <MenuItem isDisabled={place === 0} onAction={() => views.move(view.id, -1)}>
        {t('view.moveBack')}
      </MenuItem>
      <MenuItem isDisabled={place === views.views.length - 1} onAction={() => views.move(view.id, 1)}>
        {t('view.moveOn')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger onAction={() => void views.remove(view)}>
        {t('common:delete')}
      </MenuItem>
    </Menu>
  );
}

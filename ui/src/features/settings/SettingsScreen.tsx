// Settings: how the window looks, the country of phone numbers, the workspace.
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import { useShowFailure } from '@/components/failures';
import { Segmented } from '@/components/Segmented';
import { Select } from '@/components/Select';
import { useSize } from '@/features/backups/words';
import { PassphraseSection } from '@/features/lock/PassphraseSection';
import { StaffSection } from '@/features/staff/StaffSection';
import { runCommand } from '@/frame/commands';
import { DENSITIES, type Density, setPreferences, THEMES, type Theme, usePreferences } from '@/frame/preferences';
import { ScreenHead } from '@/frame/ScreenHead';
import { languages, nameOfLanguage } from '@/i18n';
import type { Settings } from '@/ipc/bindings';
import { useAsk, useChange } from '@/ipc/call';
import { reveal } from '@/ipc/shell';
import { useCountries } from './countries';
import styles from './SettingsScreen.module.css';

export function SettingsScreen() {
  const { t } = useTranslation('settings');
  return (
    <>
      <ScreenHead title={t('title')} />
      <div className={styles.page}>
        <Look />
        <Values />
        <Fields />
        <Backups />
        <PassphraseSection />
        <StaffSection />
        <Privacy />
        <WorkspaceFile />
      </div>
    </>
  );
}

function Look() {
  const { t } = useTranslation('settings');
  const { theme, density, language } = usePreferences();
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('look')}</h2>
      <Segmented
        label={t('theme')}
        choices={THEMES.map((id) => ({ id, label: t(`themes.${id}`) }))}
        value={theme}
        onChange={(id) => setPreferences({ theme: id as Theme })}
      />
      <Segmented
        label={t('density')}
        choices={DENSITIES.map((id) => ({ id, label: t(`densities.${id}`) }))}
        value={density}
        onChange={(id) => setPreferences({ density: id as Density })}
      />
      <div className={styles.narrow}>
        <Select
          label={t('language')}
          choices={languages.map((id) => ({ id, label: nameOfLanguage(id) }))}
          value={language}
          onChange={(id) => setPreferences({ language: id })}
        />
      </div>
    </section>
  );
}

const NONE = 'none';

function Values() {
  const { t } = useTranslation('settings');
  const { data } = useAsk('workspace_info', {});
  const { mutate } = useChange('settings_set');
  const showFailure = useShowFailure();
  const countries = useCountries();
  const choose = (id: string) =>
    data && mutate({ ...data.settings, country: id === NONE ? null : id }, { onError: showFailure });
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('values')}</h2>
      <div className={styles.narrow}>
        <Select
          label={t('country')}
          choices={[{ id: NONE, label: t('noCountry') }, ...countries]}
          value={data ? (data.settings.country ?? NONE) : null}
          onChange={choose}
          isDisabled={!data}
        />
        <p className={styles.hint}>{t('countryHint')}</p>
      </div>
      <div>
        <Checkbox
          isSelected={data?.settings.organization_required ?? false}
          isDisabled={!data}
          onChange={(organization_required) =>
            data && mutate({ ...data.settings, organization_required }, { onError: showFailure })
          }
        >
          {t('organizationRequired')}
        </Checkbox>
        <p className={styles.hint}>{t('organizationRequiredHint')}</p>
      </div>
    </section>
  );
}

function Fields() {
  const { t } = useTranslation('settings');
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('fields')}</h2>
      <p className={styles.hint}>{t('fieldsHint')}</p>
      <div className={styles.buttons}>
        <Button onPress={() => runCommand('go-fields')}>{t('manageFields')}</Button>
      </div>
    </section>
  );
}

/** In megabytes. */
const SIZES = [500, 1000, 2000, 5000, 10_000, 50_000];

function Backups() {
  const { t } = useTranslation('settings');
  const { data } = useAsk('workspace_info', {});
  const { mutate } = useChange('settings_set');
  const showFailure = useShowFailure();
  const size = useSize();
  const set = (change: Partial<Settings>) => data && mutate({ ...data.settings, ...change }, { onError: showFailure });
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('backups')}</h2>
      <div>
        <Checkbox
          isSelected={data?.settings.backups ?? false}
          isDisabled={!data}
          onChange={(backups) => set({ backups })}
        >
          {t('backupsOn')}
        </Checkbox>
        <p className={styles.hint}>{t('backupsHint')}</p>
      </div>
      <div className={styles.narrow}>
        <Select
          label={t('backupsSize')}
          choices={SIZES.map((megabytes) => ({ id: String(megabytes), label: size(megabytes * 1e6) }))}
          value={data ? String(data.settings.backups_megabytes) : null}
          onChange={(id) => set({ backups_megabytes: Number(id) })}
          isDisabled={!data?.settings.backups}
        />
      </div>
      <div className={styles.buttons}>
        <Button onPress={() => runCommand('go-backups')}>{t('manageBackups')}</Button>
      </div>
    </section>
  );
}

function Privacy() {
  const { t } = useTranslation('settings');
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('privacy')}</h2>
      <p className={styles.hint}>{t('privacyHint')}</p>
      <div className={styles.buttons}>
        <Button onPress={() => runCommand('go-consents')}>{t('showConsents')} …</Button>
      </div>
    </section>
  );
}

function WorkspaceFile() {
  const { t } = useTranslation(['settings', 'common']);
  const { data } = useAsk('workspace_info', {});
  const showFailure = useShowFailure();
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('workspace')}</h2>
      <dl className={styles.facts}>
        <dt>{t('path')}</dt>
        <dd className="copyable">
          <bdi>{data?.path}</bdi>
        </dd>
        <dt>{t('counts')}</dt>
        <dd>{data && t('common:contacts', { count: data.stats.contacts })}</dd>
      </dl>
      <div className={styles.buttons}>
        <Button onPress={() => runCommand('open-workspace')}>{t('open')}</Button>
        <Button onPress={() => runCommand('new-workspace')}>{t('new')}</Button>
        <Button variant="plain" isDisabled={!data} onPress={() => data && void reveal(data.path).catch(showFailure)}>
          {t('showInFolder')}
        </Button>
      </div>
    </section>
  );
}

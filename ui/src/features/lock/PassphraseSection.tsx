// The passphrase among the settings: whether there is one, what can be done about it, and after how long the window locks.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Select } from '@/components/Select';
import styles from '@/features/settings/SettingsScreen.module.css';
import { runCommand } from '@/frame/commands';
import { IDLE_MINUTES, setPreferences, usePreferences } from '@/frame/preferences';
import { type Deed, PassphraseDialog } from './PassphraseDialog';
import { useEncrypted } from './state';

export function PassphraseSection() {
  const { t } = useTranslation('lock');
  const [version, setVersion] = useState(0);
  const [deed, setDeed] = useState<Deed | null>(null);
  const encrypted = useEncrypted(version);
  const { lockAfter } = usePreferences();
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{t('section')}</h2>
      <p className={styles.hint}>{encrypted ? t('isSet') : t('isNotSet')}</p>
      {encrypted && (
        <div className={styles.narrow}>
          <Select
            label={t('after')}
            choices={IDLE_MINUTES.map((minutes) => ({
              id: String(minutes),
              label: minutes === 0 ? t('never') : t('minutes', { count: minutes }),
            }))}
            value={String(lockAfter)}
            onChange={(id) => setPreferences({ lockAfter: Number(id) })}
          />
        </div>
      )}
      <div className={styles.buttons}>
        {encrypted ? (
          <>
            <Button onPress={() => runCommand('lock')}>{t('lockNow')}</Button>
            <Button onPress={() => setDeed('change')}>{t('do.change')} …</Button>
            <Button variant="plain" onPress={() => setDeed('remove')}>
              {t('do.remove')} …
            </Button>
          </>
        ) : (
          <Button isDisabled={encrypted === null} onPress={() => setDeed('set')}>
            {t('do.set')} …
          </Button>
        )}
      </div>
      {deed && (
        <PassphraseDialog deed={deed} onClose={() => setDeed(null)} onDone={() => setVersion((before) => before + 1)} />
      )}
    </section>
  );
}

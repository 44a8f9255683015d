// By what a row is recognised as a contact that is there already, and in which order that is tried.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/Button';
import { Checkbox } from '@/components/Checkbox';
import type { MatchKey } from '@/ipc/bindings';
import styles from './MatchKeys.module.css';

const ALL: MatchKey[] = ['uid', 'email', 'phone'];

type MatchKeysProps = { keys: MatchKey[]; onChange: (keys: MatchKey[]) => void };

function swapped(keys: MatchKey[], at: number, by: number): MatchKey[] {
  const next = [...keys];
  const [key] = next.splice(at, 1);
  if (key) next.splice(at + by, 0, key);
  return next;
}

export function MatchKeys({ keys, onChange }: MatchKeysProps) {
  const { t } = useTranslation('import');
  const shown = [...keys, ...ALL.filter((key) => !keys.includes(key))];
  const toggle = (key: MatchKey, on: boolean) => onChange(on ? [...keys, key] : keys.filter((other) => other !== key));
  return (
    <fieldset className={styles.keys}>
      <legend className={styles.title}>{t('fields.matchTitle')}</legend>
      {shown.map((key, index) => {
        const name = t(`fields.matchKeys.${key}`);
        const isOn = index < keys.length;
        return (
          <div key={key} className={styles.key}>
            <Checkbox isSelected={isOn} onChange={(on) => toggle(key, on)}>
              {name}
            </Checkbox>
            <IconButton
              size="small"
              label={t('fields.earlier', { name })}
              icon={<ArrowUp />}
              isDisabled={!isOn || index === 0}
              onPress={() => onChange(swapped(keys, index, -1))}
            />
            <IconButton
              size="small"
              label={t('fields.later', { name })}
              icon={<ArrowDown />}
              isDisabled={!isOn || index >= keys.length - 1}
              onPress={() => onChange(swapped(keys, index, 1))}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

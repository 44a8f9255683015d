// What time it is where the contact is, beside their phones, so that nobody is called at night.
import { Clock } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './LocalTime.module.css';

function eachMinute(listener: () => void): () => void {
  const timer = setInterval(listener, 10_000);
  return () => clearInterval(timer);
}

const minute = () => Math.floor(Date.now() / 60_000);

/** The time in a zone and whether people are asleep there; null for a zone that nobody knows. */
function timeIn(zone: string, language: string): { text: string; isNight: boolean } | null {
  try {
    const now = new Date();
    const text = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone }).format(now);
    const hour = Number(
      new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(now),
    );
    return { text, isNight: hour < 8 || hour >= 21 };
  } catch {
    return null;
  }
}

export function LocalTime({ zone }: { zone: string | null }) {
  const { t, i18n } = useTranslation('profile');
  useSyncExternalStore(eachMinute, minute);
  const there = zone ? timeIn(zone, i18n.language) : null;
  if (!there) return null;
  return (
    <span className={styles.time} data-night={there.isNight || undefined}>
      <Clock aria-hidden="true" />
      {t(there.isNight ? 'localNight' : 'localTime', { time: there.text })}
    </span>
  );
}

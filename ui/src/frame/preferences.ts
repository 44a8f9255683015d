// How this window looks on this machine: theme, density, language. Kept by the web view between starts; nothing of it
// belongs to the workspace.
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { languages, systemLanguage } from '@/i18n';
import { setFrameTheme, setMenuLanguage } from '@/ipc/shell';

export const THEMES = ['light', 'dark', 'system'] as const;
export const DENSITIES = ['compact', 'normal', 'roomy'] as const;

export type Theme = (typeof THEMES)[number];
export type Density = (typeof DENSITIES)[number];
/** After how many minutes without a hand on it the window locks; 0 is never. */
export const IDLE_MINUTES = [0, 1, 5, 10, 15, 30, 60];

export type Preferences = { theme: Theme; density: Density; language: string; lockAfter: number };

const KEY = 'roster.preferences';
const ROW_HEIGHTS: Record<Density, number> = { compact: 28, normal: 34, roomy: 40 };

const listeners = new Set<() => void>();
let current: Preferences | undefined;

function stored(): Partial<Record<keyof Preferences, unknown>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value ? value : {};
  } catch {
    return {};
  }
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], otherwise: T): T {
  return choices.find((choice) => choice === value) ?? otherwise;
}

function load(): Preferences {
  const { theme, density, language, lockAfter } = stored();
  return {
    theme: oneOf(theme, THEMES, 'system'),
    density: oneOf(density, DENSITIES, 'normal'),
    language: oneOf(language, languages, systemLanguage()),
    lockAfter: IDLE_MINUTES.find((minutes) => minutes === lockAfter) ?? 15,
  };
}

export function preferences(): Preferences {
  current ??= load();
  return current;
}

/** Shows the preferences: attributes on the root element, the language of the texts and of the native menu. */
export function applyPreferences(): void {
  const { theme, density, language } = preferences();
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.dataset.density = density;
  root.lang = language;
  root.dir = i18next.dir(language);
  if (i18next.isInitialized && i18next.language !== language) void i18next.changeLanguage(language);
  void setMenuLanguage(language);
  void setFrameTheme(theme);
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...preferences(), ...change };
  localStorage.setItem(KEY, JSON.stringify(current));
  applyPreferences();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

/** The height of a row of the grid in pixels; the token `--row` says the same to the style sheets. */
export function useRowHeight(): number {
  return ROW_HEIGHTS[usePreferences().density];
}

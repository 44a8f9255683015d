// Names of points, addresses and stages in the window's language: "Mobile", "E-mail", "Customer: at risk"; a word of the
// office's own stays as it is.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts a label into words, or answers it as it is. */
export function useLabel(): (label: string) => string {
  const { t, i18n } = useTranslation('profile');
  return useCallback(
    (label: string) => (i18n.exists(`profile:labels.${label}`) ? t(`labels.${label}` as never) : label),
    [t, i18n],
  );
}

/** The stages of the lifecycle by category, as the core knows them (values/lifecycle.rs). */
export const LIFECYCLE = {
  lead: ['cold', 'warm', 'hot', 'qualified', 'converted'],
  customer: ['new', 'active', 'vip', 'at_risk', 'former'],
  business: ['partner', 'vendor', 'employee', 'investor', 'media'],
} as const;

/** Puts `customer/active` into words. */
export function useStage(): (code: string) => string {
  const { t, i18n } = useTranslation('profile');
  return useCallback(
    (code: string) => {
      const [category = '', stage = ''] = code.split('/');
      const known = i18n.exists(`profile:stages.${category}.${stage}`);
      if (!known) return code;
      const words = (key: string) => String(t(key as never));
      return t('stage', { category: words(`stages.${category}.title`), stage: words(`stages.${category}.${stage}`) });
    },
    [t, i18n],
  );
}

/** Puts the value of a field whose values are few words of the core's into words; any other stays as it is. */
export function useChoiceWord(): (field: string, value: string) => string {
  const { t, i18n } = useTranslation(['profile', 'organizations']);
  const stage = useStage();
  return useCallback(
    (field: string, value: string) => {
      if (field === 'lifecycle') return stage(value);
      const list = LISTS[field];
      const key = `${list}.${value}`;
      return list && i18n.exists(key) ? String(t(key as never)) : value;
    },
    [t, i18n, stage],
  );
}

/** Where the words of such fields stand. */
const LISTS: Record<string, string> = {
  preferred_channel: 'profile:channels',
  contact_frequency: 'profile:frequencies',
  organization_kind: 'organizations:kinds',
  kind: 'organizations:kinds',
};

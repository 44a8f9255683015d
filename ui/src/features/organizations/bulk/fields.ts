// The fields of organizations that can be set on many at once: those of every organization, and the custom ones in use.
import { useTranslation } from 'react-i18next';
import type { Field } from '@/ipc/bindings';
import { useAsk } from '@/ipc/call';

const OWN = ['owner', 'kind', 'industry', 'size', 'number', 'parent', 'notes'] as const;

export type Settable = { code: string; label: string; custom: Field | null };

/** The custom fields of organizations that are filled in and shown. */
export function useCustomFields(): Field[] {
  const { data } = useAsk('fields_manage', {});
  return data?.fields.filter(({ custom, subject, retired }) => custom && subject === 'organization' && !retired) ?? [];
}

export function useSettableFields(): Settable[] {
  const { t } = useTranslation('organizations');
  const own = OWN.map((code) => ({ code, label: t(`columns.${code}`), custom: null }));
  const custom = useCustomFields().map((field) => ({ code: field.code, label: field.label, custom: field }));
  return [...own, ...custom];
}

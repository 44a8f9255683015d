// The kinds of organizations in the window's language.
import { Briefcase, Building2, Sprout } from 'lucide-react';
import type { OrganizationKind } from '@/ipc/bindings';

export const KIND_ICONS = { account: Building2, agency: Briefcase, lead: Sprout } satisfies Record<
  OrganizationKind,
  unknown
>;

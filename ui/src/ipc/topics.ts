// What each question of the page is about. The core announces topics that became stale after a commit; every held answer
// about one of them is asked again. Screens therefore never invalidate anything themselves.
import type { QueryClient } from '@tanstack/react-query';
import type { Operations, Topic } from './bindings';
import { transport } from './transport';

const READS = {
  label_sheets: [],
  workspace_info: ['workspace', 'contacts', 'groups', 'members', 'batches'],
  staff_list: ['workspace'],
  consents_page: ['contacts'],
  // Asked when a workspace is opened: what is told then is not told again after every change.
  workspace_copies: [],
  backups_list: ['backups', 'workspace'],
  backup_look: ['contacts', 'groups', 'fields', 'members'],
  contacts_page: ['contacts', 'groups'],
  contact_position: ['contacts'],
  contact_reach: ['contacts'],
  contact_subscriptions: ['contacts'],
  opt_outs_page: ['contacts'],
  opt_out_history: ['contacts'],
  contact_get: ['contacts', 'groups', 'fields'],
  contact_history: ['contacts', 'groups', 'fields', 'batches'],
  contacts_merge_look: ['contacts', 'fields', 'members'],
  photo_get: [],
  files_list: ['files'],
  files_verify: ['files'],
  file_preview: ['files'],
  tags_list: ['contacts'],
  point_check: ['workspace'],
  postcode_check: ['workspace'],
  organizations_page: ['organizations', 'contacts'],
  organization_position: ['organizations', 'contacts'],
  organization_get: ['organizations', 'contacts', 'fields'],
  organization_history: ['organizations', 'files', 'fields', 'batches'],
  organization_tree: ['organizations', 'contacts'],
  organization_contacts: ['organizations', 'contacts'],
  letterhead: ['workspace'],
  membership_types: ['members'],
  members_page: ['members', 'contacts'],
  member_find: ['members', 'contacts'],
  bundles_of: ['members', 'contacts'],
  contact_statement: ['members'],
  orders_page: ['members', 'contacts'],
  promo_codes: ['members'],
  documents_page: ['members'],
  dunning_look: ['members', 'contacts', 'workspace'],
  dunning_levels: ['workspace'],
  bank_look: ['members', 'contacts'],
  renewals_preview: ['members', 'contacts'],
  views_list: ['views', 'groups', 'fields'],
  groups_list: ['groups', 'contacts'],
  group_why: ['groups', 'contacts', 'fields'],
  group_pins: ['groups', 'contacts'],
  group_categories: ['groups'],
  contact_groups: ['groups', 'contacts', 'fields'],
  filter_fields: ['fields', 'groups'],
  filter_read: ['fields', 'groups'],
  fields_list: ['fields'],
  fields_manage: ['fields'],
  field_uses: ['fields', 'contacts'],
  field_edit_preview: ['fields', 'contacts'],
  field_misfits: ['fields', 'contacts'],
  batches: ['batches'],
  import_preview: ['fields'],
  mappings: ['views'],
  export_profiles: ['views'],
  export_programs: [],
  import_rejects: ['batches'],
  import_similar: ['batches', 'contacts'],
  import_missing: ['batches', 'contacts'],
} as const satisfies Partial<Record<keyof Operations, readonly Topic[]>>;

/** The operations that answer and change nothing. */
export type Question = keyof typeof READS;

export function isAbout(question: string, topics: readonly string[]): boolean {
  const reads: readonly string[] = READS[question as Question] ?? [];
  return reads.some((topic) => topics.includes(topic));
}

/** Keeps what the page holds in step with the core. Answers the function that stops it. */
export function followTheCore(client: QueryClient): () => void {
  const stopStale = transport().listen('stale', (topics) => {
    client.invalidateQueries({ predicate: ({ queryKey }) => isAbout(String(queryKey[0]), topics) });
  });
  const stopChanged = transport().listen('workspace-changed', () => {
    client.resetQueries();
  });
  return () => {
    stopStale();
    stopChanged();
  };
}

// Makes the compiler check every key that `t` is given against the English texts. A new namespace is named here.
import 'i18next';
import type backups from './en/backups.json';
import type check from './en/check.json';
import type common from './en/common.json';
import type consents from './en/consents.json';
import type contacts from './en/contacts.json';
import type copies from './en/copies.json';
import type errors from './en/errors.json';
import type exporting from './en/export.json';
import type fields from './en/fields.json';
import type files from './en/files.json';
import type filters from './en/filters.json';
import type frame from './en/frame.json';
import type grid from './en/grid.json';
import type groups from './en/groups.json';
import type importing from './en/import.json';
import type imports from './en/imports.json';
import type letters from './en/letters.json';
import type lock from './en/lock.json';
import type members from './en/members.json';
import type money from './en/money.json';
import type optOuts from './en/opt_outs.json';
import type organizations from './en/organizations.json';
import type privacy from './en/privacy.json';
import type profile from './en/profile.json';
import type rescue from './en/rescue.json';
import type settings from './en/settings.json';
import type staff from './en/staff.json';
import type trash from './en/trash.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      backups: typeof backups;
      check: typeof check;
      common: typeof common;
      consents: typeof consents;
      contacts: typeof contacts;
      copies: typeof copies;
      errors: typeof errors;
      export: typeof exporting;
      fields: typeof fields;
      files: typeof files;
      filters: typeof filters;
      frame: typeof frame;
      grid: typeof grid;
      groups: typeof groups;
      import: typeof importing;
      imports: typeof imports;
      letters: typeof letters;
      lock: typeof lock;
      members: typeof members;
      money: typeof money;
      organizations: typeof organizations;
      opt_outs: typeof optOuts;
      privacy: typeof privacy;
      profile: typeof profile;
      rescue: typeof rescue;
      settings: typeof settings;
      staff: typeof staff;
      trash: typeof trash;
    };
  }
}

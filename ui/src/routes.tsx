// The addresses of the window's screens. What the list of contacts shows (search, group, sort, open profile) stands in its
// address too, see features/contacts/address.ts.
import { Navigate, type RouteObject } from 'react-router';
import { BackupsScreen } from './features/backups/BackupsScreen';
import { ConsentsScreen } from './features/consents/ConsentsScreen';
import { ContactsScreen } from './features/contacts/ContactsScreen';
import { FieldsScreen } from './features/fields/FieldsScreen';
import { GroupsScreen } from './features/groups/GroupsScreen';
import { ImportsScreen } from './features/imports/ImportsScreen';
import { MembersScreen } from './features/members/MembersScreen';
import { MembershipTypesScreen } from './features/members/types/MembershipTypesScreen';
import { OptOutsScreen } from './features/opt_outs/OptOutsScreen';
import { OrganizationsScreen } from './features/organizations/OrganizationsScreen';
import { SettingsScreen } from './features/settings/SettingsScreen';
import { TrashScreen } from './features/trash/TrashScreen';
import { Crashed } from './frame/Crashed';
import { Frame } from './frame/Frame';

export const routes: RouteObject[] = [
  {
    element: <Frame />,
    errorElement: <Crashed />,
    children: [
      { index: true, element: <Navigate to="/contacts" replace /> },
      // One element for both, so that the list keeps its place while a profile is shown whole.
      { path: 'contacts/:id?', element: <ContactsScreen />, errorElement: <Crashed /> },
      { path: 'organizations/:id?', element: <OrganizationsScreen />, errorElement: <Crashed /> },
      { path: 'members/:id?', element: <MembersScreen />, errorElement: <Crashed /> },
      { path: 'membership-types', element: <MembershipTypesScreen />, errorElement: <Crashed /> },
      { path: 'groups', element: <GroupsScreen />, errorElement: <Crashed /> },
      { path: 'opt-outs', element: <OptOutsScreen />, errorElement: <Crashed /> },
      { path: 'imports', element: <ImportsScreen />, errorElement: <Crashed /> },
      { path: 'backups', element: <BackupsScreen />, errorElement: <Crashed /> },
      { path: 'consents', element: <ConsentsScreen />, errorElement: <Crashed /> },
      { path: 'trash', element: <TrashScreen />, errorElement: <Crashed /> },
      { path: 'fields', element: <FieldsScreen />, errorElement: <Crashed /> },
      { path: 'settings', element: <SettingsScreen />, errorElement: <Crashed /> },
      { path: '*', element: <Navigate to="/contacts" replace /> },
    ],
  },
];

// The trash: what was deleted, contacts and organizations apart.
import { useSearchParams } from 'react-router';
import { ContactTrash } from './ContactTrash';
import { OrganizationTrash } from './OrganizationTrash';
import { WHAT } from './TrashTabs';

export function TrashScreen() {
  const [params] = useSearchParams();
  return params.get(WHAT) === 'organizations' ? <OrganizationTrash /> : <ContactTrash />;
}

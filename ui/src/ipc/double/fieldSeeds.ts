// The fields of the double's workspace: some default ones, and a custom one of each type.
import type { Field } from '../bindings';

type Seed = Partial<Field> & Pick<Field, 'code' | 'label'>;

export const field = ({ code, label, ...more }: Seed): Field => ({
  code,
  label,
  type: 'text',
  custom: more.section === 'custom',
  section: 'more',
  repeatable: more.section === 'reach',
  exportable: true,
  subject: 'contact',
  options: [],
  currency: null,
  required: false,
  default: null,
  retired: false,
  ...more,
});

const custom = (code: string, label: string, type: string, more: Partial<Field> = {}): Field =>
  field({ code, label, type, section: 'custom', ...more });

export const FIELDS: Field[] = [
  field({ code: 'prefix', label: 'Prefix', section: 'name' }),
  field({ code: 'first_name', label: 'First name', section: 'name' }),
  field({ code: 'last_name', label: 'Last name', section: 'name' }),
  field({ code: 'email', label: 'E-mail', section: 'reach', type: 'email' }),
  field({ code: 'phone_mobile', label: 'Phone, mobile', section: 'reach', type: 'phone' }),
  field({ code: 'phone_office', label: 'Phone, office', section: 'reach', type: 'phone' }),
  field({ code: 'website', label: 'Website', section: 'reach', type: 'url' }),
  field({ code: 'street', label: 'Street', section: 'address' }),
  field({ code: 'city', label: 'City', section: 'address' }),
  field({ code: 'postcode', label: 'Postcode', section: 'address' }),
  field({ code: 'country', label: 'Country', section: 'address' }),
  field({ code: 'organization', label: 'Organization', section: 'work' }),
  field({ code: 'job_title', label: 'Job title', section: 'work' }),
  field({ code: 'birthday', label: 'Birthday', type: 'date' }),
  field({ code: 'groups', label: 'Groups', type: 'list' }),
  field({ code: 'tags', label: 'Tags', type: 'list' }),
  field({ code: 'lifecycle', label: 'Lifecycle', section: 'more' }),
  field({ code: 'notes', label: 'Notes', type: 'long_text' }),
  custom('shoe_size', 'Shoe size', 'text'),
  custom('allergies', 'Allergies', 'long_text'),
  custom('height', 'Height', 'number'),
  custom('fee', 'Fee', 'money', { currency: 'EUR', default: '25.00 EUR' }),
  custom('first_aid_until', 'First aid until', 'date'),
  custom('photo_consent', 'Photos allowed', 'yes_no'),
  custom('shirt', 'T-shirt', 'one_of', { options: ['S', 'M', 'L', 'XL'] }),
  custom('diet', 'Diet', 'many_of', { options: ['Vegan', 'Kosher', 'Gluten, none', 'Nuts, none'] }),
  custom('portfolio', 'Portfolio', 'url'),
];

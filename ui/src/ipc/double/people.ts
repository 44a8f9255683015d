// Believable contacts for the double, made from their number alone, so that a million of them cost nothing until they are
// looked at and every run shows the same people.
import type { Contact, Point, PointStatus } from '../bindings';

type Seed = {
  first: string;
  last: string;
  org: string | null;
  phone: string | null;
  email: string | null;
  groups: string[];
  out?: 'phone' | 'email';
};

const seed = (
  first: string,
  last: string,
  org: string | null,
  phone: string | null,
  email: string | null,
  groups: string[] = [],
  out?: 'phone' | 'email',
): Seed => ({ first, last, org, phone, email, groups, out });

const SEEDS: Seed[] = [
  seed('Käthe', 'Größer', 'Bäckerei Süß', '+49 151 2345 6789', 'kaethe@suess.example', ['Newsletter']),
  seed('Noa', 'Levi', 'Blue Harbour Ltd', '050-123-4567', 'noa@blueharbour.example', ['Board', 'Newsletter', 'Press']),
  seed('נועה', 'כהן', 'אור ירוק', '054-765-4321', 'noa.cohen@or.example', ['ידידים']),
  seed('George', 'O’Neill', 'Quill, Ink & Paper', '0161 496 0123', 'george@quill.example', ['Volunteers'], 'phone'),
  seed('Дмитрий', 'Смирнов', 'Nordlys AS', '+47 406 12 345', 'dmitri@nordlys.example', ['Newsletter'], 'email'),
  seed('Renée', 'de la Cruz', 'Atelier Émeraude', '06 12 34 56 78', 'renee@emeraude.example', ['Press']),
  seed('美玲', '陳', 'Harbour Imports', '+852 5123 4567', 'meiling@harbour.example'),
  seed('Łukasz', 'Kowalski', 'Kanzlei Weiß & Söhne', '+48 512 345 678', 'lukasz@weiss.example', ['Board']),
  seed('Reception', '', 'Haifa Clinic', '04-812-3456', null, ['Suppliers']),
  seed('Siobhán', 'Taylor', null, '07400 123456', 'siobhan@taylor.example', ['Volunteers', 'Newsletter']),
  seed('Çağla', 'Öztürk', 'Blue Harbour Ltd', '+90 501 234 5678', 'cagla@blueharbour.example'),
  seed('Amelia', 'McDonald', 'Rockets', '(617) 555-0142', 'amelia@rockets.example', ['Newsletter']),
  seed('Yosef', 'Ben-David', 'Kfar Books', '052-345-6789', 'yosef@kfar.example', ['Members']),
  seed('Björn', 'Sørensen', 'Nordlys AS', '+47 912 34 567', 'bjorn@nordlys.example', ['Press']),
  seed('Maria', 'Papadopoulou', 'Aegean Tours', '+30 691 234 5678', 'maria@aegean.example'),
  seed('Tom', 'Jones', null, '07400 654321', 'tom.jones@mail.example', ['Newsletter'], 'email'),
  seed('Isla', 'Brown', 'Haifa Clinic', '054-111-2222', 'isla@clinic.example', ['Board']),
];

const FIRST =
  'Anna Ben Clara David Elena Felix Greta Hugo Inès Jonas Klara Leo Mira Nils Olga Paul Rosa Samir Tova Uri Vera'.split(
    ' ',
  );
const LAST =
  'Abel Berg Costa Dubois Evans Fischer Grün Haas Ivanov Jansen Klein Lopez Meyer Novak Olsen Peretz Quist Rossi Stein'.split(
    ' ',
  );
const ORGS = [
  'Alder & Co',
  'Beacon School',
  'Cedar Clinic',
  'Delta Print',
  null,
  'Elm Street Library',
  'Foundry Theatre',
];

const GROUP_NAMES = ['Board', 'Members', 'Newsletter', 'Press', 'Suppliers', 'Volunteers', 'ידידים'];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function madeSeed(index: number): Seed {
  const first = at(FIRST, index);
  const round = Math.floor(index / (FIRST.length * LAST.length));
  const last = `${at(LAST, Math.floor(index / FIRST.length))}${round > 0 ? ` ${round}` : ''}`;
  const phone = index % 9 === 0 ? null : `+44 7400 ${String(100000 + (index % 900000))}`;
  const email = index % 11 === 5 && phone ? null : `${first}.${index}@mail.example`.toLowerCase();
  const groups = index % 4 === 0 ? [at(GROUP_NAMES, index)] : [];
  return { first, last, org: at(ORGS, index), phone, email, groups, out: index % 17 === 0 ? 'email' : undefined };
}

function point(id: number, kind: string, label: string, value: string, status: PointStatus): Point {
  const normalized = kind === 'phone' ? value.replace(/[^\d+]/g, '') : value.toLowerCase();
  return { id, kind, label, value, normalized, status, primary: true, source: 'import' };
}

function pointsOf(id: number, { phone, email, out }: Seed): Point[] {
  const status = (kind: 'phone' | 'email'): PointStatus => (out === kind ? 'opted_out' : 'active');
  const points: Point[] = [];
  if (phone) points.push(point(id * 10 + 1, 'phone', 'mobile', phone, status('phone')));
  if (email) points.push(point(id * 10 + 2, 'email', 'work', email, status('email')));
  return points;
}

/** What only the second contact holds, so that one profile shows every section filled. */
function richDetails(contact: Contact): Contact {
  const office = { ...point(contact.id * 10 + 3, 'phone', 'office', '04-812-3456', 'opted_out'), primary: false };
  const web = point(contact.id * 10 + 4, 'website', 'work', 'blueharbour.example/noa', 'active');
  const [mobile, ...others] = contact.points;
  return {
    ...contact,
    prefix: 'Dr.',
    points: [...(mobile ? [mobile] : []), office, ...others, web],
    organizations: contact.organizations.map((tie) => ({ ...tie, title: 'CFO', department: 'Finance' })),
    addresses: [
      {
        id: contact.id * 10,
        label: 'physical',
        street: 'Herzl 12',
        street2: null,
        city: 'Haifa',
        region: null,
        postcode: '33031',
        country: 'IL',
        full_address: null,
        primary: true,
        organization_id: null,
        organization: null,
      },
    ],
    tags: ['VIP'],
    lifecycle: 'customer/active',
    birthday: '1991-02-02',
    time_zone: 'Asia/Jerusalem',
    language: 'he',
    preferred_channel: 'email',
    content_topics: ['sailing', 'sponsoring'],
    consents: [
      { purpose: 'Newsletter', state: 'given', date: '2026-02-01', how: 'Form at the fair', note: null },
      { purpose: 'Photos', state: 'refused', date: '2026-02-01', how: 'By phone', note: null },
    ],
    notes: 'Prefers calls in the morning. Speaks Hebrew, English and some German.',
    source: 'Trade fair 2025',
    fields: {
      shoe_size: '38',
      height: '168.5',
      fee: '1250.00 EUR',
      first_aid_until: '2027-05-31',
      photo_consent: 'yes',
      shirt: 'M',
      diet: 'Vegan, "Nuts, none"',
      portfolio: 'https://noa.example/work',
    },
  };
}

function madeFields(index: number): Record<string, string> {
  if (index === 4) return { height: 'tall' };
  return index % 3 === 0 ? { shoe_size: String(36 + (index % 11)) } : {};
}

/** The contact with this number, counted from 1. */
export function personNumber(id: number): Contact {
  const index = id - 1;
  const seeded = SEEDS[index] ?? madeSeed(index);
  const points = pointsOf(id, seeded);
  const created = new Date(Date.UTC(2026, 10, 21, 9) - Math.floor(index * 0.7) * 86_400_000).toISOString();
  const contact: Contact = {
    id,
    uid: `0190-${id}`,
    name: [seeded.first, seeded.last].filter(Boolean).join(' '),
    prefix: null,
    first_name: seeded.first,
    middle_name: null,
    last_name: seeded.last || null,
    suffix: null,
    nickname: null,
    full_name: null,
    active: points.some(({ status }) => status === 'active'),
    points,
    addresses: [],
    organizations: seeded.org
      ? [
          {
            id: 1,
            affiliation_id: id,
            kind: 'account',
            name: seeded.org,
            role: null,
            title: null,
            department: null,
            from: null,
            to: null,
            primary: true,
          },
        ]
      : [],
    job_title: null,
    department: null,
    groups: seeded.groups,
    tags: [],
    lifecycle: null,
    birthday: null,
    time_zone: null,
    language: null,
    notes: null,
    source: null,
    do_not_contact: false,
    deceased: false,
    preferred_channel: null,
    contact_frequency: null,
    content_topics: [],
    consents: [],
    photo: null,
    fields: madeFields(index),
    created,
    changed: created,
    created_batch: 7,
    archived: null,
    deleted: null,
  };
  return id === 2 ? richDetails(contact) : contact;
}

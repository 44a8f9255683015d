// Generated from the core's types (crates/core/src/bindings.rs). Do not edit.

export type Address = { id: number, 
/**
 * `physical`, `mailing`, `billing`, `work`, `home` or `other`.
 */
label: string, street: string | null, street2: string | null, city: string | null, region: string | null, postcode: string | null, 
/**
 * ISO 3166 alpha-2 where the country was recognised, else as typed.
 */
country: string | null, 
/**
 * A whole address in one text, as it was imported.
 */
full_address: string | null, primary: boolean, 
/**
 * It follows this organization's primary address, whose parts it shows (R3).
 */
organization_id: number | null, 
/**
 * That organization's name.
 */
organization: string | null, };

/**
 * One address for each contact that may be reached, none twice.
 */
export type Addresses = { values: Array<string>, contacts: number, left_out: LeftOut, };

/**
 * Addresses to copy: of a query's contacts, or of a selection instead.
 */
export type AddressesRequest = { query: ContactsQuery, selection: Selection | null, channel: Channel, };

/**
 * The tie of a contact to an organization.
 */
export type Affiliation = { 
/**
 * The organization's id.
 */
id: number, affiliation_id: number, kind: string, name: string, role: string | null, title: string | null, department: string | null, from: string | null, to: string | null, primary: boolean, };

export type Amount = { 
/**
 * Cents, agorot; yen themselves.
 */
minor: number, 
/**
 * ISO 4217.
 */
currency: string, };

export type AttachedFile = { id: number, owner: FileOwner, name: string, type: FileKind, size: number, 
/**
 * SHA-256 of the content.
 */
hash: string, added: string, by: string | null, state: FileState, };

/**
 * A copy that was made, or that the workspace was restored from.
 */
export type Backup = { file: string, bytes: number, 
/**
 * Contacts in it, without those in the trash and the archive.
 */
contacts: number, files: BackupFiles, 
/**
 * Where the state from before a restore was kept; absent where there was none, and after saving.
 */
before?: string, 
/**
 * They were erased again.
 */
erased_again: number, 
/**
 * They could not be, and are in the workspace.
 */
still_there: number, };

export type BackupContact = { 
/**
 * Its number in the backup.
 */
id: number, name: string, organization: string | null, email: string | null, phone: string | null, since: Since, };

export type BackupContents = { total: number, contacts: Array<BackupContact>, };

/**
 * The attached contents that came along, in the folder beside the copy.
 */
export type BackupFiles = { count: number, bytes: number, 
/**
 * Contents that are missing or changed where they should have come from, and so did not come along.
 */
missing: number, };

/**
 * Looking inside a backup: a stretch of its contacts that a search finds.
 */
export type BackupLook = { name: string, search: string, offset: number, 
/**
 * At most 200.
 */
limit: number, };

export type BackupName = { name: string, };

export type BackupRequest = { path: string, };

/**
 * Contacts to bring back from a backup, by their numbers in it.
 */
export type BackupTake = { name: string, ids: Array<number>, };

/**
 * What was brought back.
 */
export type BackupTaken = { 
/**
 * The batch to undo; null when nothing was different.
 */
batch: number | null, contacts: number, 
/**
 * Values that have no place any more, as those of a custom field that was removed.
 */
left_out: number, };

/**
 * The workspace's own backups, the latest first.
 */
export type Backups = { folder: string, bytes: number, backups: Array<KeptBackup>, 
/**
 * Why the last one could not be made; null when it could.
 */
failure: string | null, };

export type BankBook = { path: string, choices: Array<BankChoice>, };

export type BankBooked = { 
/**
 * The batch to undo; null when nothing was booked.
 */
batch: number | null, payments: number, 
/**
 * By currency.
 */
totals: Array<Amount>, 
/**
 * Chosen lines that had been booked before.
 */
already: number, };

/**
 * What a credit is for.
 */
export type BankChoice = { key: string, contact: number, 
/**
 * For this order; else for the contact's oldest that are open.
 */
order: number | null, };

/**
 * Money that came in and is not booked yet.
 */
export type BankLine = { 
/**
 * Where it stands among the credits of the file, from 1.
 */
line: number, 
/**
 * The same in every statement that holds it.
 */
key: string, date: string, amount: Amount, 
/**
 * Who paid.
 */
name: string, iban: string | null, 
/**
 * What the payer wrote.
 */
text: string, 
/**
 * The likeliest first.
 */
proposals: Array<BankProposal>, 
/**
 * The first proposal can be booked without a further look.
 */
sure: boolean, };

export type BankLook = { path: string, 
/**
 * How many of the credits are told; all without one.
 */
limit: number | null, };

/**
 * An order that a credit may be for.
 */
export type BankProposal = { contact_id: number, name: string, 
/**
 * None where it pays all that the contact has open.
 */
order: number | null, 
/**
 * What the order is for.
 */
text: string, open: Amount, 
/**
 * From 0 to 1.
 */
confidence: number, reasons: Array<BankReason>, };

/**
 * Why a credit may be for an order.
 */
export type BankReason = "invoice" | "order" | "number" | "member_number" | "payer" | "name_in_text" | "amount" | "all_open" | "part";

export type BankStatement = { file: string, 
/**
 * `camt.053`, or that of the table.
 */
format: string, account: string | null, 
/**
 * Credits that are not booked, of which `lines` are the first.
 */
credits: number, 
/**
 * How many of them are sure.
 */
sure: number, 
/**
 * Credits that were booked before.
 */
booked: number, 
/**
 * Bookings by which money went out.
 */
outgoing: number, 
/**
 * Rows without a day or an amount.
 */
unread: number, lines: Array<BankLine>, };

/**
 * One batch: a change that is undone as a whole.
 */
export type Batch = { batch: number, at: string, by: string | null, 
/**
 * The operation's name, such as `import_run`.
 */
operation: string, 
/**
 * How many contacts it touched.
 */
contacts: number, 
/**
 * The batch that took it back.
 */
undone_by: number | null, 
/**
 * For an undo or redo: the batch that it took back.
 */
reverses: number | null, 
/**
 * What an import answered (file, mapping, counts, reasons); null for other operations.
 */
import: ImportReport | null, };

export type BatchDone = { 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, 
/**
 * How many contacts changed.
 */
count: number, };

export type Batches = { batches: Array<Batch>, };

export type BatchesRequest = { imports_only: boolean, 
/**
 * 100 unless told.
 */
limit: number | null, };

export type BulkChange = { selection: Selection, 
/**
 * Done one after the other, as one batch.
 */
edits: Array<BulkEdit>, };

/**
 * One thing to do to each contact. A contact that is so already stays as it is.
 */
export type BulkEdit = { "kind": "add_tag", tag: string, } | { "kind": "remove_tag", tag: string, } | { "kind": "add_to_group", group: string, } | { "kind": "remove_from_group", group: string, } | { "kind": "set_field", field: string, value: string, } | { "kind": "affiliate", organization: string, };

/**
 * The memberships of one type that one contact pays.
 */
export type Bundle = { payer_id: number, 
/**
 * The payer's name.
 */
payer: string, type_id: number, type: string, 
/**
 * The last day of the shared term; null where none runs or no day ends it.
 */
end: string | null, 
/**
 * The payer first, where they are part of it.
 */
members: Array<BundleMember>, };

/**
 * Members who come into the bundle of a payer. Who has such a membership already keeps their term, and is given what is
 * missing to the end of the shared one.
 */
export type BundleAdd = { 
/**
 * The contact that pays; a member or not.
 */
payer: number, type_id: number, members: Array<number>, 
/**
 * May be left out where the type has one tier or none.
 */
tier: number | null, 
/**
 * Today without one.
 */
joined: string | null, 
/**
 * No order is made.
 */
free: boolean, };

export type BundleChanged = { 
/**
 * Null where nobody but the payer is left.
 */
bundle: Bundle | null, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

export type BundleLeave = { 
/**
 * The member who leaves.
 */
id: number, type_id: number, };

export type BundleMember = { contact_id: number, name: string, number: string, tier: string | null, status: MembershipStatus, 
/**
 * The first day of their first term.
 */
joined: string | null, end: string | null, };

export type BundlePayer = { 
/**
 * Who has paid until now.
 */
payer: number, type_id: number, 
/**
 * Who pays from now on.
 */
to: number, };

export type BundleRenew = { payer: number, type_id: number, 
/**
 * No order is made.
 */
free: boolean, };

export type Bundles = { bundles: Array<Bundle>, };

export type ById = { id: number, };

export type ByOrganizationSelection = { selection: OrganizationSelection, };

export type BySelection = { selection: Selection, };

/**
 * What a contact holds in a column. Phones and e-mails have a status.
 */
export type Cell = { text: string, status: PointStatus | null, };

/**
 * A cell corrected in the rehearsal.
 */
export type CellEdit = { 
/**
 * The row number as the spreadsheet shows it.
 */
row: number, 
/**
 * 1-based column.
 */
position: number, value: string, };

/**
 * What was removed and what was kept, without saying of whom.
 */
export type Certificate = { erasure: number, at: string, by: string | null, 
/**
 * The number that the contact had.
 */
contact: number, 
/**
 * How many entries of each kind were removed.
 */
removed: { [key in string]: number }, 
/**
 * Orders and payments that stay, without the person.
 */
orders_kept: number, payments_kept: number, 
/**
 * Keyed hashes of phones and e-mails that stay, so that no import brings the person back.
 */
hashes_kept: number, 
/**
 * Opt-outs that stay: they belong to a phone or an e-mail.
 */
opt_outs_kept: number, 
/**
 * Invoices and receipts that were issued: the law of the office keeps them as they are, with the name on them.
 */
documents_kept: number, 
/**
 * The places in the file where the removed had stood were written over.
 */
overwritten: boolean, backups_removed: number, 
/**
 * The backups that still hold the person.
 */
backups_left: Array<string>, 
/**
 * What could not be done after the person was removed, so that traces may be left.
 */
unfinished: Array<Unfinished>, };

/**
 * By what people are reached.
 */
export type Channel = "email" | "sms" | "phone" | "post";

/**
 * By what a contact is reached through a channel.
 */
export type ChannelReach = { channel: Channel, 
/**
 * The normalized value to use; null for letters, and where there is none that may be used.
 */
value: string | null, 
/**
 * Why not; null when it may.
 */
refusal: Refusal | null, };

export type CheckReport = { ok: boolean, problems: Array<string>, 
/**
 * What is worth knowing and no problem.
 */
remarks?: Array<string>, };

/**
 * What a column becomes.
 */
export type ColumnMapping = { 
/**
 * 1-based.
 */
position: number, 
/**
 * A field name of CLI.md or a custom field's code; null or `ignore` leaves the column out.
 */
field?: string | null, 
/**
 * The label of a custom field to make from the column.
 */
new_field?: string | null, update?: Update | null, date_order?: DateOrder | null, 
/**
 * Whether full names and whole addresses are taken apart; null: where no other column holds their parts.
 */
split?: boolean | null, 
/**
 * What stands before this column's value where an earlier column has the same field; a blank unless told.
 */
separator?: string | null, 
/**
 * What values of the column are to mean.
 */
values?: Array<ValueMapping> | null, };

/**
 * The values of one column.
 */
export type ColumnValues = { 
/**
 * 1-based.
 */
position: number, 
/**
 * `yes_no`, `status`, `country`, `language`, `lifecycle`, `organization_kind`, `list`, or `parts` for samples of what is taken apart.
 */
kind: string, 
/**
 * Whether names or addresses are taken apart; null where there is nothing to take apart.
 */
split: boolean | null, 
/**
 * How many different values there are, and how many of them are not understood.
 */
distinct: number, unknown: number, 
/**
 * What values may be; empty where the window knows (countries, languages).
 */
choices: Array<ValueChoice>, 
/**
 * A value that is none of the choices can be made one.
 */
can_add: boolean, 
/**
 * Those that are not understood by themselves first, then by their count; at most 200.
 */
values: Array<ValueSeen>, };

export type Combination = "union" | "intersect" | "except";

export type Comparison = "equal" | "unequal" | "less" | "at_most" | "more" | "at_least";

/**
 * What a contact agreed to or refused for a purpose, with the proof (R10).
 */
export type Consent = { purpose: string, 
/**
 * `given`, `refused` or `withdrawn`.
 */
state: string, date: string | null, 
/**
 * How it was given: a form, a call, a tick on the website.
 */
how: string | null, note: string | null, };

/**
 * One line of the register.
 */
export type ConsentEntry = { contact_id: number, name: string, purpose: string, 
/**
 * `given`, `refused` or `withdrawn`.
 */
state: string, 
/**
 * Also of one that was withdrawn since, as far as the journal knows it.
 */
given_on: string | null, given_how: string | null, 
/**
 * When it was refused or withdrawn.
 */
ended_on: string | null, 
/**
 * How the present state came about.
 */
how: string | null, note: string | null, };

/**
 * What consents are for, with how many there are of each state.
 */
export type ConsentPurpose = { purpose: string, given: number, refused: number, withdrawn: number, };

export type Consents = { total: number, consents: Array<ConsentEntry>, 
/**
 * All purposes, whatever was asked for.
 */
purposes: Array<ConsentPurpose>, };

/**
 * Which part of the register of consents is asked for.
 */
export type ConsentsRequest = { 
/**
 * Part of a contact: a name, an e-mail.
 */
search?: string, purpose?: string | null, 
/**
 * `given`, `refused` or `withdrawn`.
 */
state?: string | null, offset: number, 
/**
 * At most 1000.
 */
limit: number, };

/**
 * Writes the register to a spreadsheet.
 */
export type ConsentsSave = { path: string, purpose?: string | null, state?: string | null, };

export type ConsentsSaved = { file: string, consents: number, };

/**
 * Everything that a contact holds (CLI.md, "A contact").
 */
export type Contact = { id: number, uid: string, 
/**
 * The display name, made by the conventions of the script.
 */
name: string, prefix: string | null, first_name: string | null, middle_name: string | null, last_name: string | null, suffix: string | null, nickname: string | null, 
/**
 * A name that came in one piece and was not split.
 */
full_name: string | null, 
/**
 * Has at least one active phone or e-mail.
 */
active: boolean, points: Array<Point>, addresses: Array<Address>, organizations: Array<Affiliation>, 
/**
 * Held without an organization; with one they stand on the affiliation.
 */
job_title: string | null, department: string | null, groups: Array<string>, tags: Array<string>, 
/**
 * `category/stage`, such as `customer/active`.
 */
lifecycle: string | null, birthday: string | null, time_zone: string | null, language: string | null, notes: string | null, 
/**
 * Where the contact came from, in the office's own words.
 */
source: string | null, do_not_contact: boolean, deceased: boolean, 
/**
 * `email`, `phone`, `sms`, `messaging` or `post`.
 */
preferred_channel: string | null, 
/**
 * `daily`, `weekly` or `monthly`.
 */
contact_frequency: string | null, 
/**
 * What the contact wants to hear about, in the office's own words.
 */
content_topics: Array<string>, consents: Array<Consent>, 
/**
 * The hash that `photo_get` takes.
 */
photo: string | null, 
/**
 * Custom fields by code.
 */
fields: Record<string, string>, created: string, changed: string, created_batch: number, 
/**
 * When it was put aside (L6).
 */
archived: string | null, 
/**
 * When it was put into the trash.
 */
deleted: string | null, };

export type ContactChanged = { contact: Contact, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, warnings: Array<Warning>, };

/**
 * A new contact: scalar fields are set; `email`, `phone_mobile` and the like add a point; `groups` and `tags`
 * take names separated by commas.
 */
export type ContactCreate = { set: Array<FieldValue>, };

export type ContactEdit = { id: number, edits: Array<Edit>, };

/**
 * Removes a person for good, wherever the contact is: in the lists, the archive or the trash.
 */
export type ContactErase = { id: number, backups?: OldBackups, 
/**
 * Where the certificate goes: for programs where the name ends in `.json`, else a document to read.
 */
path?: string | null, };

export type ContactErased = { certificate: Certificate, 
/**
 * Where it was written to.
 */
file: string | null, 
/**
 * Why it could not be written; the person is erased all the same.
 */
file_failure: string | null, };

/**
 * What the gate says about a contact.
 */
export type ContactReach = { channels: Array<ChannelReach>, points: Array<PointReach>, };

/**
 * One row of the grid (L3).
 */
export type ContactRow = { id: number, name: string, organization: string | null, phone: PointCell | null, email: PointCell | null, groups: Array<string>, created: string, 
/**
 * When it was put into the trash.
 */
deleted: string | null, active: boolean, 
/**
 * What it holds in the other columns that were asked for, by their codes; empty ones are left out.
 */
cells: { [key in string]: Cell }, };

/**
 * The phones and e-mails of a contact with their states.
 */
export type ContactSubscriptions = { id: number, name: string, do_not_contact: boolean, deceased: boolean, values: Array<Subscription>, };

/**
 * Contacts that are one person: those `from` go into `into`.
 */
export type ContactsMerge = { into: number, from: Array<number>, 
/**
 * Whose values stand where several contacts have one; the kept contact's unless told.
 */
prefer: number | null, 
/**
 * For single fields, whose value stands, even where it is none.
 */
choose: Array<MergeChoice>, 
/**
 * Values to set afterwards.
 */
set: Array<FieldValue>, };

/**
 * Which contacts, in which order. All conditions hold together.
 */
export type ContactsQuery = { 
/**
 * What was typed into the search: every word a prefix, order free, accents and case ignored (L2).
 */
search: string, 
/**
 * Only members of this group.
 */
group: number | null, 
/**
 * Only contacts that this batch created.
 */
batch: number | null, 
/**
 * The text form of a filter; empty lets everything pass.
 */
filter: string, 
/**
 * The lists unless told.
 */
place?: Place, sort: Sort, };

/**
 * A value that a change would make another, or that would not fit. `becomes` is null for the latter.
 */
export type Conversion = { value: string, becomes: string | null, 
/**
 * How many hold it.
 */
count: number, };

/**
 * The open workspace beside its copies. Mostly there are none to tell of.
 */
export type Copies = { path: string, 
/**
 * The latest change of the open one; null before the first.
 */
changed_at: string | null, contacts: number, others: Array<OtherCopy>, };

export type CsvChoice = { delimiter: CsvDelimiter, 
/**
 * Whether a byte order mark says that the text is UTF-8, without which Excel doesn't know it.
 */
mark: boolean, };

export type CsvDelimiter = "comma" | "semicolon" | "tab";

/**
 * How the dates of a column are written.
 */
export type DateGuess = { order: DateOrder, 
/**
 * All days are 12 or less: both readings are possible, and the user decides (I4).
 */
ambiguous: boolean, readings: Array<DateReading>, };

/**
 * The TypeScript shape of [`Order`].
 */
export type DateOrder = "DMY" | "MDY" | "YMD";

/**
 * One way to read an ambiguous date column.
 */
export type DateReading = { typed: string, dmy: string, mdy: string, };

/**
 * A program's way of naming columns: "41 of 43 columns are Outlook's, in German".
 */
export type Dialect = { name: string, locale: string, known: number, columns: number, };

export type DocumentKind = "invoice" | "credit_note" | "receipt" | "voided_receipt";

/**
 * An issued document as PDF once more.
 */
export type DocumentSave = { id: number, path: string, };

export type DocumentSaved = { file: string, 
/**
 * Of its series; without a gap.
 */
number: number, 
/**
 * It got its number now.
 */
issued: boolean, };

/**
 * Which of the documents that were issued.
 */
export type DocumentsRequest = { kind: DocumentKind | null, 
/**
 * A number, or part of a name.
 */
search: string, offset: number, 
/**
 * At most 1,000.
 */
limit: number, };

/**
 * Writes a dossier: for programs where the name ends in `.json`, else a document to read.
 */
export type DossierSave = { id: number, path: string, };

export type DossierSaved = { file: string, bytes: number, };

export type DueAtLevel = { level: number, days: number, title: string, orders: number, 
/**
 * By currency.
 */
totals: Array<Amount>, };

/**
 * An order that is due for the next level.
 */
export type DueOrder = { order: number, contact_id: number, name: string, 
/**
 * What the order is for.
 */
text: string, date: string, due_on: string, days_over: number, open: Amount, 
/**
 * The level that it has reached, and when.
 */
reached: number | null, reached_on: string | null, 
/**
 * The next level.
 */
level: number, deceased: boolean, 
/**
 * There is an address for the letter.
 */
has_address: boolean, };

export type Dunning = { 
/**
 * Every level, with what is due for it.
 */
levels: Array<DueAtLevel>, total: number, 
/**
 * The longest overdue first.
 */
due: Array<DueOrder>, };

export type DunningDone = { file: string | null, 
/**
 * The batch to undo; null where nothing was due.
 */
batch: number | null, letters: number, orders: number, 
/**
 * Orders of those who have died.
 */
left_out: number, };

export type DunningLevel = { 
/**
 * For so many days an order is overdue.
 */
days: number, 
/**
 * The heading of the letter; in the letter's language without one.
 */
title: string, 
/**
 * What the letter says below the sum; in the letter's language without one.
 */
text: string, };

export type DunningLevels = { 
/**
 * An order is to be paid within so many days.
 */
due_days: number, 
/**
 * The first first, each with more days than the one before.
 */
levels: Array<DunningLevel>, };

export type DunningLook = { 
/**
 * Only orders whose next level is this one.
 */
level: number | null, 
/**
 * How many are told; all without one.
 */
limit: number | null, };

export type DunningRun = { 
/**
 * Where the letters are written, as PDF; without it the levels are only recorded.
 */
path: string | null, level: number | null, 
/**
 * Only these orders; all that are due without it.
 */
orders: Array<number> | null, 
/**
 * `en` or `he`; English without one.
 */
language: string | null, };

/**
 * One change to a contact. Each names only what it changes, so that two people at one contact don't overwrite each
 * other's fields.
 */
export type Edit = { "kind": "set", field: string, value: string, } | { "kind": "seen", was: string, edit: Edit, } | { "kind": "add_point", point_kind: string, label: string | null, value: string, } | { "kind": "point", point: number, value: string, } | { "kind": "point_label", point: number, label: string, } | { "kind": "primary", point: number, } | { "kind": "add_address", label: string, parts: Array<FieldValue>, } | { "kind": "address", address: number, part: string, value: string, } | { "kind": "address_label", address: number, label: string, } | { "kind": "address_primary", address: number, } | { "kind": "remove_address", address: number, } | { "kind": "follow_address", organization: number, label: string, } | { "kind": "keep_address", address: number, } | { "kind": "add_affiliation", organization: OrganizationChoice, } | { "kind": "affiliation_organization", affiliation: number, organization: OrganizationChoice, } | { "kind": "affiliation", affiliation: number, part: string, value: string, } | { "kind": "affiliation_primary", affiliation: number, } | { "kind": "remove_affiliation", affiliation: number, } | { "kind": "add_word", field: string, word: string, } | { "kind": "remove_word", field: string, word: string, } | { "kind": "consent", purpose: string, 
/**
 * `given`, `refused` or `withdrawn`; empty takes the entry away.
 */
state: string, date: string | null, how: string | null, note: string | null, };

export type Emptied = { 
/**
 * How many contacts and organizations.
 */
count: number, 
/**
 * How many among them were organizations.
 */
organizations: number, 
/**
 * How many contacts stayed in the trash since they have orders or payments.
 */
with_orders: number, 
/**
 * How many contents of attached files that nothing used any more.
 */
files: number, };

export type ErasedLine = { text: string, minor: number, };

/**
 * An order of somebody who was erased.
 */
export type ErasedOrder = { id: number, date: string, currency: string, cancelled: string | null, lines: Array<ErasedLine>, };

export type ErasedPayment = { id: number, order: number | null, kind: string, date: string, minor: number, currency: string, method: string, };

export type Erasure = { certificate: Certificate, orders: Array<ErasedOrder>, payments: Array<ErasedPayment>, };

/**
 * Every erasure, the latest first.
 */
export type Erasures = { erasures: Array<Erasure>, };

export type Examined = { path: string, trouble: Trouble, 
/**
 * What SQLite or the system says, in its own words.
 */
detail: string | null, bytes: number, 
/**
 * Its backups, the latest first, as far as they can be read.
 */
backups: Array<KeptBackup>, };

export type ExampleRequest = { path: string, };

export type ExampleSaved = { file: string, };

/**
 * What would have been right. The window has words of its own for each.
 */
export type Expected = { "what": "condition" } | { "what": "field", perhaps: string | null, } | { "what": "operator", operators: Array<string>, } | { "what": "and_or", bracket: boolean, } | { "what": "opening_bracket" } | { "what": "list_goes_on" } | { "what": "between_and" } | { "what": "within" } | { "what": "text" } | { "what": "number" } | { "what": "whole_number" } | { "what": "day" } | { "what": "span" } | { "what": "unit" } | { "what": "ago_or_from_now" } | { "what": "yes_or_no" } | { "what": "one_of", words: Array<string>, } | { "what": "group", perhaps: string | null, } | { "what": "quotation_mark" } | { "what": "less", conditions: number, levels: number, };

/**
 * How an export is to be, whoever is in it.
 */
export type ExportChoice = { 
/**
 * `xlsx`, `csv`, `vcf` (vCard 3.0) or `vcf4`; by the name's ending unless told.
 */
format: string | null, 
/**
 * Field names in their order; all that hold anything unless told.
 */
fields: Array<string>, 
/**
 * What the list is for: the gate leaves out whom it may not reach that way (X3).
 */
purpose: Channel | null, 
/**
 * The program that is to read a csv: `google`, `outlook` (`outlook:de`) or `mailchimp`.
 */
dialect: string | null, 
/**
 * Opted-out values too, in a file for a program that knows no opt-outs.
 */
opted_out: boolean, 
/**
 * As the reader's Excel opens a csv; unless told as the program of the dialect takes it, else with commas and a byte
 * order mark.
 */
csv: CsvChoice | null, 
/**
 * A field, or `owner` for the owner of the organization: a file for each of its values, in a folder.
 */
split_by: string | null, };

export type ExportProfile = { name: string, choice: ExportChoice, saved_at: string, };

/**
 * A choice to be kept under a name; one of the same name is replaced.
 */
export type ExportProfileSave = { name: string, choice: ExportChoice, };

export type ExportProfiles = { profiles: Array<ExportProfile>, };

/**
 * What can be chosen of the programs.
 */
export type ExportPrograms = { 
/**
 * The languages that Outlook's headers can have.
 */
outlook_languages: Array<string>, };

export type ExportReport = { file: string, contacts: number, left_out: LeftOut, 
/**
 * The list of those left out, where it was asked for and there are any.
 */
left_out_file: string | null, 
/**
 * The first of those left out, at most 500.
 */
left_out_rows: Array<LeftOutRow>, 
/**
 * What the program of the dialect has no place for, the most frequent first.
 */
left_behind: Array<LeftBehind>, 
/**
 * The files of an export that is split, none of one that isn't.
 */
files: Array<SplitFile>, seconds: number, };

export type ExportRequest = { 
/**
 * Of the file; of a folder, where the export is split.
 */
path: string, query: ContactsQuery, 
/**
 * Instead of the query's contacts.
 */
selection: Selection | null, 
/**
 * Where to save the list of those left out, xlsx or csv; only when there are any.
 */
left_out_path: string | null, 
/**
 * `xlsx`, `csv`, `vcf` (vCard 3.0) or `vcf4`; by the name's ending unless told.
 */
format: string | null, 
/**
 * Field names in their order; all that hold anything unless told.
 */
fields: Array<string>, 
/**
 * What the list is for: the gate leaves out whom it may not reach that way (X3).
 */
purpose: Channel | null, 
/**
 * The program that is to read a csv: `google`, `outlook` (`outlook:de`) or `mailchimp`.
 */
dialect: string | null, 
/**
 * Opted-out values too, in a file for a program that knows no opt-outs.
 */
opted_out: boolean, 
/**
 * As the reader's Excel opens a csv; unless told as the program of the dialect takes it, else with commas and a byte
 * order mark.
 */
csv: CsvChoice | null, 
/**
 * A field, or `owner` for the owner of the organization: a file for each of its values, in a folder.
 */
split_by: string | null, };

/**
 * A default or custom field (CLI.md, `fields`).
 */
export type Field = { code: string, label: string, 
/**
 * `text`, `long_text`, `number`, `money`, `date`, `yes_no`, `one_of`, `many_of`, `url`, `phone`, `email`, `list`.
 */
type: string, custom: boolean, section: FieldSection, 
/**
 * May be given to several columns as `email`, `email2`, `email3` …
 */
repeatable: boolean, 
/**
 * An export can write it.
 */
exportable: boolean, subject: Subject, 
/**
 * What a value may be, for `one_of` and `many_of`.
 */
options: Array<string>, 
/**
 * ISO 4217, for `money`: the currency of amounts that are typed without one.
 */
currency: string | null, 
/**
 * A new contact needs a value.
 */
required: boolean, 
/**
 * What a new contact gets where nothing else is said, in its kept form.
 */
default: string | null, 
/**
 * No longer filled in and shown; its values are kept.
 */
retired: boolean, };

/**
 * A new custom field.
 */
export type FieldAdd = { label: string, type: FieldType, 
/**
 * Made from the label unless given; fixed from then on.
 */
code?: string | null, subject?: Subject | null, options?: Array<string> | null, 
/**
 * ISO 4217; the one of the workspace's country unless given.
 */
currency?: string | null, required?: boolean | null, default?: string | null, };

export type FieldByCode = { code: string, };

/**
 * One change of one field (CLI.md, `contact history`); of an organization too.
 */
export type FieldChange = { at: string, by: string | null, 
/**
 * The operation's name, such as `contact_edit`, `import_run`, `undo`.
 */
operation: string, 
/**
 * In words of the record: a field name or a custom field's code; `phone mobile`, `tag`, `group`; `contact` or
 * `organization` for the one itself.
 */
field: string, 
/**
 * Which one, where a contact may have several: the label of an address, the organization of a job title.
 */
of: string | null, before: string | null, after: string | null, batch: number, 
/**
 * What `contact_restore_value` and `organization_restore_value` take; null where there is nothing to bring back.
 */
restore: RestorePoint | null, };

export type FieldChanged = { field: Field, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

/**
 * Changes of a custom field; what is null stays as it is.
 */
export type FieldEdit = { code: string, label?: string | null, type?: FieldType | null, 
/**
 * All options, in order.
 */
options?: Array<OptionEdit> | null, currency?: string | null, required?: boolean | null, 
/**
 * Empty: none from now on.
 */
default?: string | null, 
/**
 * Go ahead although values don't fit: they stay as they are, are marked and can be listed. Without it, such a change
 * is refused.
 */
keep_misfits?: boolean | null, };

/**
 * The TypeScript shape of [`FieldError`].
 */
export type FieldError = { field: string, message: string, };

/**
 * What a change of a field would do to its values. Nothing is wiped: what doesn't fit stays as it is.
 */
export type FieldPreview = { values: number, converted: number, misfits: number, 
/**
 * The most frequent values of either kind, at most 100 each, those that don't fit first.
 */
conversions: Array<Conversion>, };

export type FieldRemoved = { 
/**
 * The batch to undo.
 */
batch: number, 
/**
 * How many values went with it.
 */
values: number, };

export type FieldRetire = { code: string, 
/**
 * False brings it back.
 */
retired: boolean, };

/**
 * The section of the field menu that a field stands in.
 */
export type FieldSection = "name" | "reach" | "address" | "work" | "member" | "more" | "custom";

/**
 * What a custom field holds.
 */
export type FieldType = "text" | "long_text" | "number" | "money" | "date" | "yes_no" | "one_of" | "many_of" | "url";

/**
 * How many contacts (or organizations) hold something in a field.
 */
export type FieldUse = { code: string, values: number, 
/**
 * Those among them that don't fit the field's type or options.
 */
misfits: number, };

export type FieldUses = { uses: Array<FieldUse>, };

/**
 * One field given a value; an empty value clears it. Field names as in CLI.md.
 */
export type FieldValue = { field: string, value: string, };

export type Fields = { fields: Array<Field>, };

/**
 * The order of a subject's fields: every code of it, retired ones too.
 */
export type FieldsArrange = { subject: Subject, codes: Array<string>, };

export type FieldsArranged = { 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

export type FileChanged = { file: AttachedFile, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

/**
 * What a file is by its name's ending: chooses the icon, whether it can be previewed, whether it is opened at all.
 */
export type FileKind = "picture" | "document" | "spreadsheet" | "presentation" | "text" | "audio" | "video" | "archive" | "mail" | "program" | "other";

/**
 * Whose file it is. Files of an organization and those of its contacts stay apart (A3).
 */
export type FileOwner = { "kind": "contact", id: number, } | { "kind": "organization", id: number, };

/**
 * What of a file can be shown at once.
 */
export type FilePreview = { "kind": "picture", data: string, } | { "kind": "text", text: string, more: boolean, } | { "kind": "none" };

/**
 * Why a file can't be attached.
 */
export type FileRefusal = "not_there" | "folder" | "not_a_file" | "too_large" | "unreadable";

export type FileRename = { id: number, 
/**
 * Keeps the old ending when it has none.
 */
name: string, };

export type FileSave = { id: number, 
/**
 * Where the copy goes.
 */
path: string, };

export type FileSaved = { file: string, bytes: number, 
/**
 * The copy is not what was attached: the content was changed since.
 */
changed: boolean, };

/**
 * Whether the content is still what was attached.
 */
export type FileState = "whole" | "missing" | "changed" | "touched";

/**
 * The files of a contact or an organization, the latest first.
 */
export type Files = { total: number, files: Array<AttachedFile>, };

export type FilesAttach = { owner: FileOwner, 
/**
 * The files to copy. They are read and left as they are.
 */
paths: Array<string>, };

export type FilesAttached = { files: Array<AttachedFile>, 
/**
 * How many were there already, under the same name and with the same content.
 */
already: number, refused: Array<RefusedFile>, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

export type FilesDetach = { ids: Array<number>, };

export type FilesRequest = { owner: FileOwner, };

export type FilesVerified = { checked: number, bytes: number, 
/**
 * The files whose content is missing or changed.
 */
problems: Array<AttachedFile>, };

/**
 * Which contents are compared with their hashes: those of one owner, or all.
 */
export type FilesVerify = { owner: FileOwner | null, };

/**
 * A condition on a contact. A field that has several values, such as the phones, meets a condition when one of
 * them does; a field without a value meets none, so that `not (x = 1)` holds for contacts without x.
 */
export type Filter = { "kind": "all", parts: Array<Filter>, } | { "kind": "any", parts: Array<Filter>, } | { "kind": "not", part: Filter, } | { "kind": "compare", field: string, op: Comparison, value: Value, } | { "kind": "contains", field: string, text: string, } | { "kind": "starts", field: string, text: string, } | { "kind": "in", field: string, values: Array<Value>, } | { "kind": "between", field: string, from: Value, to: Value, } | { "kind": "within", field: string, side: Side, span: Span, } | { "kind": "anniversary", field: string, span: Span, } | { "kind": "has", field: string, } | { "kind": "count", field: string, op: Comparison, number: number, } | { "kind": "matches", text: string, };

/**
 * A field that a filter can ask about.
 */
export type FilterField = { code: string, 
/**
 * The label of a custom field; default fields are named by the window.
 */
label: string | null, shape: FilterShape, 
/**
 * As the text form writes them: `=`, `contains`, `in` …
 */
operators: Array<string>, 
/**
 * The values to choose from, where there are few.
 */
values: Array<string>, 
/**
 * `has` makes sense.
 */
has: boolean, 
/**
 * `count` makes sense.
 */
count: boolean, };

export type FilterFields = { fields: Array<FilterField>, };

/**
 * A text as it was understood: either the tree, or the first mistake.
 */
export type FilterRead = { tree: Filter | null, 
/**
 * The tree's own text form.
 */
text: string | null, mistake: Mistake | null, };

/**
 * How the values of a field are typed.
 */
export type FilterShape = "text" | "number" | "date" | "yes_no" | "words" | "group" | "rows";

export type FilterText = { text: string, };

export type FilterTree = { tree: Filter, };

/**
 * What identifies the state of a file, to notice a change between looking and importing.
 */
export type Fingerprint = { bytes: number, 
/**
 * Milliseconds since 1970.
 */
modified: number, };

/**
 * Text that was once read in a wrong encoding and saved so ("GrÃ¶ÃŸer" for "Größer").
 */
export type Garbled = { 
/**
 * The encoding that it was taken for.
 */
encoding: string, 
/**
 * How many cells of the first thousand rows are so.
 */
cells: number, samples: Array<GarbledSample>, 
/**
 * The file is read repaired.
 */
repaired: boolean, };

export type GarbledSample = { before: string, after: string, };

/**
 * A named set of contacts with its counts at this moment (G5).
 */
export type Group = { id: number, name: string, category: string | null, 
/**
 * `general`, `campaign`, `event` or `segment`.
 */
type: string, kind: GroupKind, 
/**
 * Members with at least one active phone or e-mail.
 */
active: number, total: number, created: string, description: string | null, 
/**
 * The text of a dynamic group's filter.
 */
filter: string | null, 
/**
 * Why the filter can't be asked any more, as when a field that it names was removed. Then the group holds only
 * whom it always includes.
 */
problem: Mistake | null, 
/**
 * How many contacts a dynamic group always includes and always excludes, whatever its filter says.
 */
included: number, excluded: number, };

/**
 * Puts contacts into a group or takes them out. On a dynamic group they are pinned: always included, always
 * excluded.
 */
export type GroupAssign = { group: number, who: Who, };

export type GroupAssigned = { 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, 
/**
 * How many contacts were meant.
 */
contacts: number, 
/**
 * How many of them were changed; the others were as asked already.
 */
changed: number, 
/**
 * Values of a list, or rows of a table, that name no contact: how many, and the first 500 as they stand there.
 */
unknown: number, unknown_values: Array<string>, };

export type GroupCategories = { categories: Array<GroupCategory>, };

/**
 * The categories in their new order; those that are not named follow.
 */
export type GroupCategoriesArrange = { ids: Array<number>, };

export type GroupCategory = { id: number, name: string, groups: number, };

export type GroupCategoryAdd = { name: string, };

export type GroupCategoryRename = { id: number, name: string, };

export type GroupChanged = { group: Group, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

/**
 * A new group; with a filter a dynamic one.
 */
export type GroupCreate = { name: string, 
/**
 * By name; made when new.
 */
category: string | null, type: string | null, filter: string | null, description: string | null, };

export type GroupDuplicate = { id: number, name: string, };

/**
 * Changes to a group; what is null stays, an empty category or description goes.
 */
export type GroupEdit = { id: number, name: string | null, category: string | null, type: string | null, 
/**
 * Of a dynamic group.
 */
filter: string | null, description: string | null, };

export type GroupIds = { ids: Array<number>, };

export type GroupKind = "static" | "dynamic";

/**
 * Pins contacts to a dynamic group.
 */
export type GroupPin = { group: number, who: Who, pin: Pin, };

/**
 * The pinned contacts that are not in the trash: the included before the excluded, each by name.
 */
export type GroupPins = { included: number, excluded: number, contacts: Array<Pinned>, };

/**
 * A stretch of the contacts that are pinned to a group.
 */
export type GroupPinsRequest = { group: number, offset: number, limit: number, };

/**
 * Why a contact is in a group or out of it.
 */
export type GroupWhy = { is_in: boolean, kind: GroupKind, pin: Pin, 
/**
 * In the trash or archived, and therefore in no group.
 */
gone: boolean, 
/**
 * The filter of a dynamic group.
 */
filter: Part | null, };

export type GroupWhyRequest = { group: number, contact: number, };

export type Groups = { groups: Array<Group>, };

/**
 * A new group made of others.
 */
export type GroupsCombine = { group: GroupCreate, how: Combination, of: Array<number>, 
/**
 * Follows the groups it is made of; else it holds who is in them now.
 */
live: boolean, };

/**
 * Moves all contacts of other groups into one; the others go.
 */
export type GroupsMerge = { into: number, from: Array<number>, };

export type History = { changes: Array<FieldChange>, };

/**
 * A contact that holds a value.
 */
export type Holder = { id: number, name: string, };

/**
 * The answer of `import` (CLI.md). `rows` = created + updated + unchanged + duplicates + rejected.
 */
export type ImportReport = { 
/**
 * Null for a rehearsal.
 */
batch: number | null, mode: Mode, file: string, format: string, sheet: string | null, encoding: string | null, delimiter: string | null, dialect: Dialect | null, mapping: Array<ReportColumn>, rows: number, created: number, updated: number, unchanged: number, duplicates: number, rejected: number, 
/**
 * Why rows were rejected; adds up to `rejected`.
 */
reasons: { [key in string]: number }, 
/**
 * Bad details of rows that were imported all the same, kept as notes on the contacts.
 */
kept_as_notes: { [key in string]: number }, 
/**
 * Values that a spreadsheet had damaged and that could be mended for certain.
 */
repaired: { [key in string]: number }, 
/**
 * Values that were left out since the mapping of values says so, or that a list of opt-outs could not opt out.
 */
left_out_values: number, 
/**
 * New contacts that look like ones that were there: the same name, or a phone or e-mail of somebody of another name.
 */
similar: number, 
/**
 * New opt-outs from a status column or in the mode `opt-out`.
 */
opted_out: number, rejects_file: string | null, seconds: number, 
/**
 * The first rows of each outcome, at most 500 each, in the order of the file; not kept in the history.
 */
samples?: Array<RowOutcome>, };

export type ImportRequest = { source: ImportSource, options: ReadOptions, 
/**
 * As in a preview.
 */
dialect?: string | null, 
/**
 * As in a preview.
 */
named?: string | null, 
/**
 * Columns that are not named here get their proposed field.
 */
mapping: Array<ColumnMapping>, 
/**
 * ISO 3166 alpha-2: the country of phone numbers without one.
 */
country: string | null, date_order: DateOrder | null, mode: Mode, 
/**
 * The keys tried for matching, in this order; uid, email, phone unless told.
 */
match_keys: Array<MatchKey>, update: Update, 
/**
 * Names of groups that every row's contact joins; made where they don't exist.
 */
groups: Array<string>, 
/**
 * The organization that takes the new contacts of rows that name none; found by its name or made as an account.
 */
organization: string | null, 
/**
 * Columns without a field become custom fields.
 */
new_fields: boolean, 
/**
 * Whether full names and whole addresses are taken apart, for columns that say nothing else.
 */
split: boolean | null, 
/**
 * Whether everyone in the file has opted out; as recognized by the file (Mailchimp's) unless told.
 */
everyone_opted_out: boolean | null, edits: Array<CellEdit>, 
/**
 * Rows that are rejected since the user left them out, by the numbers that the spreadsheet shows.
 */
left_out: Array<number>, 
/**
 * The state of the file when it was looked at.
 */
fingerprint: Fingerprint | null, 
/**
 * Where to save the rejected rows; only when there are any.
 */
rejects: string | null, };

/**
 * Where the rows come from.
 */
export type ImportSource = { "kind": "file", path: string, } | { "kind": "text", text: string, };

export type ImportValues = { rows: number, 
/**
 * Every row of the file was looked at.
 */
complete: boolean, columns: Array<ColumnValues>, };

/**
 * Who wanted it: the office, the person, or nobody (the message came back).
 */
export type Initiative = "ours" | "theirs" | "bounce";

/**
 * An order's invoice as PDF: issued when it is asked for the first time, the same paper later.
 */
export type InvoiceSave = { order: number, path: string, 
/**
 * `en` or `he`; English without one.
 */
language: string | null, };

/**
 * An issue that was mailed, which counts down whoever has issues left.
 */
export type IssueMailed = { id: number, on: string, name: string | null, };

/**
 * A document that was issued.
 */
export type IssuedDocument = { id: number, kind: DocumentKind, 
/**
 * Of its series; without a gap.
 */
number: number, title: string, date: string, 
/**
 * None where the order or payment is gone.
 */
contact_id: number | null, 
/**
 * To whom, as it stands on the paper.
 */
name: string, amount: Amount | null, order: number | null, payment: number | null, 
/**
 * Another document takes it back.
 */
taken_back: boolean, };

export type IssuedDocuments = { total: number, 
/**
 * The latest first.
 */
documents: Array<IssuedDocument>, };

/**
 * A contact that an undo left as it is, and why.
 */
export type Kept = { 
/**
 * The contact's id.
 */
id: number, reason: string, };

/**
 * A backup in the workspace's folder of backups.
 */
export type KeptBackup = { 
/**
 * The name of its file, by which calls name it.
 */
name: string, 
/**
 * When it was made; null where the file doesn't say.
 */
at: string | null, why: Why | null, bytes: number, contacts: number | null, organizations: number | null, groups: number | null, 
/**
 * Whether it can be read at all. A restore looks closer.
 */
readable: boolean, };

export type KeptByName = { name: string, };

export type KeptChanged = { 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

export type KeptRename = { name: string, to: string, };

/**
 * How another copy stands to the one that is open.
 */
export type Kin = "newer" | "diverged";

/**
 * A sheet that is sold under a number.
 */
export type KnownSheet = { code: string, sheet: SheetMeasures, 
/**
 * Width and height of the paper in millimetres.
 */
paper: [number, number], };

export type KnownSheets = { sheets: Array<KnownSheet>, };

export type LabelsRequest = { 
/**
 * Ends with `.pdf`.
 */
path: string, mailing: Mailing, sheet: SheetChoice, 
/**
 * The label of the first sheet to begin on, counted from 1, row by row.
 */
first: number, };

/**
 * The file before this one.
 */
export type LastFile = { batch: number, at: string, file: string, };

/**
 * Something that a file for another program can't hold.
 */
export type LeftBehind = { 
/**
 * A field, or `opted_out` for opted-out values, `birth_year` for the years of birthdays.
 */
field: string, 
/**
 * How many contacts have it.
 */
contacts: number, };

/**
 * Contacts that an output left out, each counted once, under the first reason that applies.
 */
export type LeftOut = { opted_out: number, do_not_contact: number, deceased: number, 
/**
 * No phone, e-mail or address for the channel.
 */
no_address: number, };

/**
 * Saves the list of those whom the gate leaves out of an export.
 */
export type LeftOutRequest = { path: string, query: ContactsQuery, selection: Selection | null, purpose: Channel, };

/**
 * A contact that the gate left out, and why. It holds none of the contact's addresses: this list is for mending and
 * explaining, not for sending.
 */
export type LeftOutRow = { id: number, name: string, organization: string | null, refusal: Refusal, 
/**
 * For an opt-out: since when, at whose wish and why.
 */
since: string | null, initiative: Initiative | null, reason: string | null, };

export type LeftOutSaved = { file: string, contacts: number, };

/**
 * What stands on every paper of the office.
 */
export type Letterhead = { name: string, 
/**
 * Several lines.
 */
address: string, 
/**
 * Where to pay, below the text; several lines.
 */
bank: string, 
/**
 * Below the sum of an invoice, such as when it is due; several lines.
 */
note: string, };

export type LettersRequest = { 
/**
 * xlsx or csv by its ending.
 */
path: string, mailing: Mailing, };

/**
 * What could not be saved of a table.
 */
export type Lost = { table: string, 
/**
 * How many rows came over.
 */
saved: number, 
/**
 * How many are known to be lost: they could not be read or don't fit any more.
 */
rows: number, 
/**
 * Parts of the table could not be read, so that there may have been more.
 */
more: boolean, };

/**
 * What was written. `contacts` are those who are written to; several of them may share a letter.
 */
export type Mailed = { file: string, contacts: number, letters: number, 
/**
 * Sheets of labels; 0 for a mail merge.
 */
pages: number, 
/**
 * Labels whose text was too long even in the smallest type.
 */
cut: number, left_out: LeftOut, 
/**
 * The first of those left out, at most 500.
 */
left_out_rows: Array<LeftOutRow>, seconds: number, };

/**
 * Whom letters go to, and how they are addressed.
 */
export type Mailing = { query: ContactsQuery, 
/**
 * Instead of the query's contacts.
 */
selection: Selection | null, 
/**
 * One letter for those who have the same address.
 */
per_household: boolean, 
/**
 * The country that the letters are posted in, ISO 3166 alpha-2: addresses there go without the country's name.
 */
home: string | null, 
/**
 * The language of the names of countries; English unless told.
 */
language: string | null, };

/**
 * What is decided in a request, to be kept under a name; one of the same name is replaced.
 */
export type MappingSave = { name: string, request: ImportRequest, };

export type MatchKey = "uid" | "email" | "phone";

/**
 * What a value becomes in a field.
 */
export type Meaning = { 
/**
 * A field name of CLI.md.
 */
field: string, value: string, };

/**
 * A contact raised to membership, as everything stands today.
 */
export type Member = { contact_id: number, number: string, name: string, joined: string, memberships: Array<MemberMembership>, 
/**
 * What is owed, below nothing credit; in the first currency where there are several.
 */
balance: Amount, balances: Array<Amount>, };

/**
 * Cancels, suspends or resumes a membership from a day on.
 */
export type MemberAct = { id: number, type_id: number, 
/**
 * Today without one.
 */
on: string | null, reason: string | null, };

export type MemberChanged = { member: Member, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

/**
 * Makes a contact a member. One who was a member before gets their number and memberships back.
 */
export type MemberConvert = { id: number, 
/**
 * The next free one without.
 */
number: string | null, 
/**
 * Today without one.
 */
joined: string | null, };

/**
 * How many members there are in each state, each counted once, by the best of their memberships.
 */
export type MemberCounts = { all: number, current: number, grace: number, pending: number, suspended: number, lapsed: number, cancelled: number, deceased: number, 
/**
 * Without any membership.
 */
none: number, 
/**
 * Who owe something.
 */
owing: number, 
/**
 * With a membership that ends within thirty days.
 */
ending: number, };

/**
 * A new contact who is a member from the beginning.
 */
export type MemberCreate = { set: Array<FieldValue>, number: string | null, joined: string | null, };

/**
 * A new membership, or a new term of one that has lapsed or was cancelled.
 */
export type MemberEnroll = { id: number, 
/**
 * The membership type.
 */
type_id: number, 
/**
 * May be left out where the type has one tier or none.
 */
tier: number | null, 
/**
 * Today without one.
 */
start: string | null, 
/**
 * No order is made.
 */
free: boolean, 
/**
 * The contact that pays, where that is somebody else.
 */
payer: number | null, 
/**
 * Why it is for life.
 */
reason: string | null, 
/**
 * A code that gives a discount on the order.
 */
code: string | null, };

/**
 * Whether a contact is a member, for its profile.
 */
export type MemberFound = { member: Member | null, };

/**
 * What stays with a contact who is no member any more, and is there again when they come back.
 */
export type MemberKept = { memberships: number, orders: number, payments: number, };

/**
 * A membership as it stands today.
 */
export type MemberMembership = { id: number, type: string, type_id: number, tier: string | null, tier_id: number | null, 
/**
 * Of the term that runs, or the next, or the last.
 */
start: string | null, 
/**
 * The last day that is paid for without a gap; null where no day ends it.
 */
end: string | null, issues_left: number | null, status: MembershipStatus, 
/**
 * Who pays, where that is somebody else.
 */
payer_id: number | null, };

/**
 * What a contact owes for something, with what has come in for it.
 */
export type MemberOrder = { id: number, contact_id: number, name: string, date: string, lines: Array<OrderLine>, total: Amount, 
/**
 * Payments for this order, then those for none, the oldest order first.
 */
paid: Amount, open: Amount, state: OrderState, note: string | null, cancelled_on: string | null, };

/**
 * One more term of a membership.
 */
export type MemberRenew = { id: number, type_id: number, 
/**
 * That of the last term without one.
 */
tier: number | null, free: boolean, };

export type MemberReverted = { 
/**
 * As it was until now.
 */
member: Member, kept: MemberKept, 
/**
 * The batch to undo.
 */
batch: number | null, };

/**
 * By what the list of members is sorted.
 */
export type MemberSort = "name" | "number" | "joined" | "status" | "type" | "tier" | "ends" | "balance";

export type MembersPage = { total: number, members: Array<Member>, 
/**
 * Of all members, whatever was asked for.
 */
counts: MemberCounts, };

export type MembersPageRequest = { query: MembersQuery, offset: number, 
/**
 * At most 1,000.
 */
limit: number, };

/**
 * Which members. The conditions on a membership hold for one and the same.
 */
export type MembersQuery = { 
/**
 * As in the list of contacts, or a member number.
 */
search: string, 
/**
 * The text form of a filter.
 */
filter: string, status: MembershipStatus | null, 
/**
 * A membership type.
 */
type_id: number | null, 
/**
 * Ends within so many days from today.
 */
ends_within: number | null, 
/**
 * Owes something.
 */
owing: boolean, sort: MemberSort, descending: boolean, };

/**
 * A group that a contact is in, or is kept out of by a pin.
 */
export type Membership = { id: number, name: string, kind: GroupKind, is_in: boolean, pin: Pin, };

/**
 * Derived from dates and acts, never typed (M2).
 */
export type MembershipStatus = "current" | "grace" | "pending" | "suspended" | "lapsed" | "cancelled" | "deceased";

export type MembershipType = { id: number, name: string, 
/**
 * `rolling:12m`, `rolling:30d`, `fixed:01-01`, `lifetime`, `issues:12`.
 */
term: string, grace_days: number, currency: string, pro_rata: ProRata, 
/**
 * MM-DD: a term of a fixed period that starts on or after it runs to the end of the next period.
 */
roll_over: string | null, tiers: Array<Tier>, 
/**
 * Offered no more; those who have it keep it.
 */
retired: boolean, 
/**
 * How many members have it, however it stands.
 */
members: number, 
/**
 * Of issues: the days on which one was mailed.
 */
mailed: Array<string>, };

export type MembershipTypeChanged = { type: MembershipType, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

export type MembershipTypeCreate = { name: string, term: string, grace_days: number, 
/**
 * ISO 4217; that of the workspace's country without one.
 */
currency: string | null, pro_rata: ProRata, roll_over: string | null, tiers: Array<TierInput>, };

/**
 * Changes to a type; what is null stays. The rule of its terms holds for the terms to come: those that are there stay
 * as they were agreed.
 */
export type MembershipTypeEdit = { id: number, name: string | null, term: string | null, grace_days: number | null, pro_rata: ProRata | null, 
/**
 * Empty takes it away.
 */
roll_over: string | null, 
/**
 * New tiers, and tiers by id with their new name and price.
 */
tiers: Array<TierInput>, 
/**
 * Tiers that are offered no more.
 */
retire_tiers: Array<number>, retired: boolean | null, };

export type MembershipTypes = { types: Array<MembershipType>, };

export type Memberships = { groups: Array<Membership>, };

export type MergeChoice = { 
/**
 * A field with one value, by its code; `member_number`.
 */
field: string, contact: number, };

export type MergeField = { field: string, 
/**
 * Beside the contacts, what each has.
 */
values: Array<string | null>, };

/**
 * Contacts side by side, the one that was there first in front.
 */
export type MergeLook = { contacts: Array<Contact>, 
/**
 * The fields in which they differ and of which one value stays.
 */
fields: Array<MergeField>, };

/**
 * A contact or organization whose value doesn't fit.
 */
export type MisfitValue = { 
/**
 * The id of the contact or organization.
 */
id: number, name: string, value: string, };

export type Misfits = { total: number, 
/**
 * At most 1,000.
 */
values: Array<MisfitValue>, };

export type Missing = { 
/**
 * Null where no earlier import that stands had the same header.
 */
last: LastFile | null, total: number, 
/**
 * At most 500 of them, by name.
 */
contacts: Array<SimilarContact>, };

/**
 * Positions and lengths count characters; the first is at 1.
 */
export type Mistake = { position: number, length: number, expected: Expected, 
/**
 * What stands there; empty at the end of the text.
 */
found: string, };

export type Mode = "create-update" | "create" | "update" | "opt-out";

export type NamedMapping = { name: string, 
/**
 * The headers that it knows, in their order.
 */
headers: Array<string>, saved_at: string, };

export type NamedMappings = { mappings: Array<NamedMapping>, };

/**
 * The input of operations that need none.
 */
export type Nothing = Record<symbol, never>;

/**
 * What is done with the backups that still hold the person.
 */
export type OldBackups = "keep" | "remove";

/**
 * Why values are opted out.
 */
export type OptOutAct = { initiative: Initiative, reason?: string | null, note?: string | null, };

export type OptOutAdd = { values: Array<OptOutValue>, act: OptOutAct, 
/**
 * ISO 3166 alpha-2: the country of phone numbers without one; the workspace's unless told.
 */
country?: string | null, };

/**
 * New words for an opt-out that stands.
 */
export type OptOutEdit = { value: OptOutValue, act: OptOutAct, };

export type OptOutHistoryRequest = { value: OptOutValue, country?: string | null, };

/**
 * What can be opted out.
 */
export type OptOutKind = "phone" | "email";

/**
 * Reinstates a value: it may be used again.
 */
export type OptOutRemove = { value: OptOutValue, 
/**
 * What allows it, such as "asked again in writing". Never empty.
 */
ground: string, note?: string | null, country?: string | null, };

/**
 * One row of the list of opt-outs.
 */
export type OptOutRow = { id: number, kind: OptOutKind, 
/**
 * Normalized.
 */
value: string, 
/**
 * As a person reads it.
 */
shown: string, status: SubscriptionStatus, since: string, initiative: Initiative | null, reason: string | null, note: string | null, 
/**
 * Contacts outside the trash that hold the value; none for a suppression of somebody unknown.
 */
contacts: Array<Holder>, };

/**
 * Opts the phones or e-mails of chosen contacts out.
 */
export type OptOutSelection = { selection: Selection, kinds: Array<OptOutKind>, act: OptOutAct, };

export type OptOutSortField = "since" | "value" | "contact" | "kind" | "initiative" | "reason";

/**
 * A phone or e-mail as typed; where the kind is not told, what has an @ is an e-mail.
 */
export type OptOutValue = { kind?: OptOutKind | null, value: string, };

export type OptOutsColumn = { 
/**
 * 1-based.
 */
position: number, column: string, 
/**
 * Its first values.
 */
samples: Array<string>, taken: boolean, };

/**
 * What an act about opt-outs did.
 */
export type OptOutsDone = { 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, 
/**
 * How many values changed their state.
 */
changed: number, 
/**
 * Values that were in that state before and stay as they were.
 */
already: number, };

export type OptOutsImport = { source: ImportSource, 
/**
 * 1-based positions of the columns to take; those that hold phones or e-mails unless told.
 */
columns: Array<number>, 
/**
 * ISO 3166 alpha-2: the country of phone numbers without one; the workspace's unless told.
 */
country?: string | null, act: OptOutAct, };

export type OptOutsPage = { total: number, 
/**
 * The state of the workspace that the list was made from.
 */
generation: number, rows: Array<OptOutRow>, };

export type OptOutsPageRequest = { query: OptOutsQuery, offset: number, 
/**
 * At most 1,000.
 */
limit: number, };

/**
 * Which opt-outs, in which order; the newest first unless told.
 */
export type OptOutsQuery = { 
/**
 * Words to look for in values, reasons, notes and the contacts that hold them.
 */
search: string, kind?: OptOutKind | null, initiative?: Initiative | null, 
/**
 * Opted out, or once opted out and reinstated since; null for both.
 */
status?: SubscriptionStatus | null, sort: OptOutSortField, descending: boolean, };

/**
 * What became of a list. `rows` = added + already + invalid: each counts a value, and a row without any is one invalid.
 */
export type OptOutsReport = { 
/**
 * Null for a rehearsal, and where nothing was new.
 */
batch: number | null, file: string, rows: number, added: number, already: number, 
/**
 * Among the added: those that belong to no contact, kept as suppressions.
 */
unknown: number, invalid: number, 
/**
 * Among the added.
 */
phones: number, emails: number, 
/**
 * How many contacts hold the added values.
 */
contacts: number, columns: Array<OptOutsColumn>, 
/**
 * The first values of each outcome, at most 500 each, in the order of the list.
 */
samples: Array<OptOutsSample>, seconds: number, };

/**
 * One value of the list and what became of it.
 */
export type OptOutsSample = { 
/**
 * The row as a spreadsheet shows it.
 */
row: number, 
/**
 * As it stands in the list.
 */
typed: string, kind: OptOutKind | null, 
/**
 * Normalized; null where it is invalid.
 */
value: string | null, outcome: ValueOutcome, contacts: Array<Holder>, 
/**
 * What is wrong with an invalid one, and what to do.
 */
reason: string | null, hint: string | null, };

/**
 * An option as it shall be; `was` names the one that it takes the place of, whose values are carried along.
 */
export type OptionEdit = { name: string, was?: string | null, };

/**
 * An order made by hand.
 */
export type OrderCreate = { 
/**
 * The contact that owes it.
 */
id: number, lines: Array<OrderLineInput>, 
/**
 * A code that gives a discount.
 */
code: string | null, 
/**
 * That of the contact's other orders, or of the membership types, without one.
 */
currency: string | null, date: string | null, note: string | null, };

/**
 * A discount on an order: by a code, a percentage or an amount.
 */
export type OrderDiscount = { order: number, code: string | null, percent: number | null, 
/**
 * Such as `5.00`.
 */
amount: string | null, 
/**
 * What stands on the order; “Discount” without one.
 */
text: string | null, };

export type OrderLine = { id: number, text: string, amount: Amount, };

export type OrderLineInput = { text: string, 
/**
 * Such as `12.50`; a discount is negative.
 */
amount: string, };

/**
 * How far an order is paid.
 */
export type OrderState = "open" | "part" | "paid" | "cancelled";

export type Orders = { total: number, orders: Array<MemberOrder>, };

/**
 * Which orders, over all contacts.
 */
export type OrdersRequest = { state: OrderState | null, 
/**
 * Only of this contact.
 */
contact: number | null, offset: number, 
/**
 * At most 1,000.
 */
limit: number, };

/**
 * Everything that an organization holds, its contacts apart.
 */
export type Organization = { id: number, uid: string, kind: OrganizationKind, name: string, 
/**
 * The office's own number for it, such as a customer number.
 */
number: string | null, industry: string | null, size: string | null, 
/**
 * Who in the office looks after it.
 */
owner: string | null, notes: string | null, parent_id: number | null, 
/**
 * The organizations above it, the highest first.
 */
above: Array<OrganizationRef>, 
/**
 * How many organizations stand directly below it.
 */
children: number, points: Array<Point>, addresses: Array<Address>, 
/**
 * How many contacts it has.
 */
contacts: number, 
/**
 * Custom fields by code.
 */
fields: Record<string, string>, created: string, changed: string, created_batch: number, 
/**
 * When it was put into the trash.
 */
deleted: string | null, };

export type OrganizationChanged = { organization: Organization, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, warnings: Array<Warning>, };

/**
 * An organization that was picked: one that is there, by its id; else one found by its name, or made with this kind
 * (an account unless told).
 */
export type OrganizationChoice = { id: number | null, name: string, kind: OrganizationKind | null, };

/**
 * A contact of an organization, with what it is there.
 */
export type OrganizationContact = { affiliation_id: number, contact_id: number, name: string, role: string | null, title: string | null, department: string | null, from: string | null, to: string | null, phone: PointCell | null, email: PointCell | null, };

/**
 * A new contact tied to an organization; `set` as for any new contact.
 */
export type OrganizationContactCreate = { organization: OrganizationChoice, role: string, set: Array<FieldValue>, };

export type OrganizationContacts = { total: number, rows: Array<OrganizationContact>, };

/**
 * Ties contacts to an organization; those that are tied to it already stay as they are.
 */
export type OrganizationContactsAdd = { organization: number, contacts: Array<number>, role: string, };

export type OrganizationContactsRequest = { organization: number, offset: number, 
/**
 * At most 1,000.
 */
limit: number, };

/**
 * A new organization; `set` as in [`OrganizationStep::Set`].
 */
export type OrganizationCreate = { kind: OrganizationKind, name: string, set: Array<FieldValue>, };

export type OrganizationEdit = { id: number, edits: Array<OrganizationStep>, };

export type OrganizationKind = "account" | "agency" | "lead";

export type OrganizationNode = { id: number, kind: OrganizationKind, name: string, parent_id: number | null, 
/**
 * 0 for the highest.
 */
depth: number, contacts: number, };

export type OrganizationPositionRequest = { query: OrganizationsQuery, id: number, };

/**
 * An organization as others name it.
 */
export type OrganizationRef = { id: number, kind: OrganizationKind, name: string, };

/**
 * One row of the grid of organizations.
 */
export type OrganizationRow = { id: number, kind: OrganizationKind, name: string, number: string | null, contacts: number, parent_id: number | null, parent: string | null, phone: PointCell | null, email: PointCell | null, website: string | null, industry: string | null, size: string | null, owner: string | null, city: string | null, country: string | null, created: string, 
/**
 * The custom fields that were asked for, by code.
 */
cells: { [key in string]: Cell }, };

/**
 * Chosen organizations: by id, or as ranges `[from, to)` of a list that must not have changed since.
 */
export type OrganizationSelection = { "kind": "ids", ids: Array<number>, } | { "kind": "ranges", query: OrganizationsQuery, generation: number, ranges: Array<[number, number]>, };

/**
 * One change to an organization.
 */
export type OrganizationStep = { "kind": "set", field: string, value: string, } | { "kind": "seen", was: string, edit: OrganizationStep, } | { "kind": "add_point", point_kind: string, label: string | null, value: string, } | { "kind": "point", point: number, value: string, } | { "kind": "point_label", point: number, label: string, } | { "kind": "primary", point: number, } | { "kind": "add_address", label: string, parts: Array<FieldValue>, } | { "kind": "address", address: number, part: string, value: string, } | { "kind": "address_label", address: number, label: string, } | { "kind": "address_primary", address: number, } | { "kind": "remove_address", address: number, };

/**
 * Every organization of the hierarchy that one stands in, each after the one above it.
 */
export type OrganizationTree = { nodes: Array<OrganizationNode>, 
/**
 * There are more than are listed.
 */
more: boolean, };

export type OrganizationsChange = { selection: OrganizationSelection, 
/**
 * `kind`, `number`, `industry`, `size`, `owner`, `notes`, `parent` (an id or a name) or the code of a custom field; an
 * empty value empties it. One batch.
 */
set: Array<FieldValue>, };

export type OrganizationsExport = { path: string, 
/**
 * `xlsx` or `csv`; by the name's ending unless told.
 */
format: string | null, query: OrganizationsQuery, 
/**
 * Instead of the query's organizations.
 */
selection: OrganizationSelection | null, 
/**
 * `name`, `kind`, `number`, `parent`, `contacts`, `industry`, `size`, `owner`, `notes`, `created`, `uid`, the fields of
 * points and addresses and the codes of custom fields, in their order; all that hold anything unless told.
 */
fields: Array<string>, };

export type OrganizationsExported = { file: string, organizations: number, seconds: number, };

export type OrganizationsMoved = { 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, count: number, 
/**
 * How many organizations stand directly below these and were not moved themselves: while these are in the trash, they
 * stand by themselves.
 */
below: number, };

/**
 * A stretch of the list. `generation` names the state of the workspace that the list was made from.
 */
export type OrganizationsPage = { total: number, generation: number, rows: Array<OrganizationRow>, };

export type OrganizationsPageRequest = { query: OrganizationsQuery, offset: number, 
/**
 * At most 1,000.
 */
limit: number, 
/**
 * The codes of custom fields that the rows show.
 */
columns: Array<string>, };

/**
 * Which organizations, in which order. All conditions hold together.
 */
export type OrganizationsQuery = { 
/**
 * Every word a prefix of a word of the name, number, points, city, industry or owner; order free.
 */
search: string, kind: OrganizationKind | null, 
/**
 * Those in the trash instead of those that are not.
 */
trash: boolean, 
/**
 * By a column of the list, or a custom field by its code.
 */
sort: Sort, };

/**
 * A copy that this machine knows and that has changes which the open one lacks.
 */
export type OtherCopy = { kin: Kin, 
/**
 * Where it was when it was seen.
 */
path: string, 
/**
 * It was at the very place of the open one, which has taken its place.
 */
replaced: boolean, 
/**
 * A file is still there.
 */
is_there: boolean, 
/**
 * When this machine saw it last.
 */
seen_at: string, 
/**
 * Its latest change.
 */
changed_at: string, contacts: number, 
/**
 * How many changes only it has, as far as they are known: at least so many.
 */
changes: number, 
/**
 * How many changes only the open one has; null when that can't be told.
 */
changes_here: number | null, 
/**
 * The latest change that both have; null when that is too long ago to tell.
 */
common_at: string | null, };

/**
 * How many things that are no contacts an undo touched.
 */
export type Others = { organizations: number, fields: number, groups: number, tags: number, views: number, };

export type Outcome = "created" | "updated" | "unchanged" | "duplicate" | "rejected";

/**
 * A stretch of the list. `generation` names the state of the workspace that the list was made from.
 */
export type Page = { total: number, generation: number, rows: Array<ContactRow>, };

export type PageRequest = { query: ContactsQuery, offset: number, 
/**
 * At most 1,000.
 */
limit: number, 
/**
 * Codes of fields that the rows carry beside those that every row has.
 */
columns?: Array<string>, };

export type PaperSize = "a4" | "letter";

/**
 * A part of a filter, held against a contact.
 */
export type Part = { kind: PartKind, 
/**
 * The text of a condition; empty for the others.
 */
text: string, 
/**
 * The condition itself; null for the others.
 */
condition: Filter | null, holds: boolean, 
/**
 * What the contact has in the field of a condition.
 */
values: Array<string>, parts: Array<Part>, };

/**
 * What a part of a filter is.
 */
export type PartKind = "all" | "any" | "not" | "condition";

/**
 * How a workspace is encrypted from now on.
 */
export type PassphraseChanged = { file: string, encrypted: boolean, 
/**
 * How many of its backups were written anew in the same way.
 */
backups: number, 
/**
 * The names of those that are still as they were.
 */
left: Array<string>, };

export type Payment = { id: number, kind: PaymentKind, date: string, amount: Amount, method: PaymentMethod, order_id: number | null, note: string | null, };

/**
 * Money that came in, or goes back.
 */
export type PaymentInput = { 
/**
 * The contact.
 */
id: number, 
/**
 * Such as `12.50` or `12.50 EUR`.
 */
amount: string, 
/**
 * Today without one.
 */
date: string | null, method: PaymentMethod, 
/**
 * For this order; else for the oldest that are open.
 */
order: number | null, note: string | null, };

export type PaymentKind = "payment" | "refund";

export type PaymentMethod = "cash" | "transfer" | "card" | "debit" | "other";

/**
 * Somebody who works here.
 */
export type Person = { id: number, name: string, role: Role, has_pin: boolean, };

/**
 * A picture as a `data:` address, which the window's rules let in.
 */
export type Photo = { data: string, };

export type PhotoRequest = { hash: string, };

/**
 * A picture for a contact: a file to be read, or null to take the picture away.
 */
export type PhotoSet = { id: number, path: string | null, };

export type Pin = "include" | "exclude" | "none";

export type Pinned = { contact: number, name: string, pin: Pin, 
/**
 * Put aside, and shown in the group again when it is brought back.
 */
archived: boolean, };

/**
 * Where contacts are: in the lists, put aside (L6), or in the trash (L5).
 */
export type Place = "lists" | "archive" | "trash";

/**
 * One way to reach a contact.
 */
export type Point = { id: number, 
/**
 * `phone`, `email`, `fax`, `website`, `messaging` or `social`.
 */
kind: string, 
/**
 * `mobile`, `office`, `work`, `home`, `skype`, `linkedin` … ; null where none was given.
 */
label: string | null, 
/**
 * As typed.
 */
value: string, 
/**
 * E.164 for phones and faxes, lower case with an IDNA domain for e-mails; null where it is not valid.
 */
normalized: string | null, status: PointStatus, primary: boolean, 
/**
 * Where it came from: `manual`, `import`.
 */
source: string | null, };

/**
 * A phone or e-mail as a row of the grid shows it.
 */
export type PointCell = { value: string, status: PointStatus, };

/**
 * A phone, e-mail, fax or website as it stands in the field while it is typed.
 */
export type PointCheck = { point_kind: string, value: string, 
/**
 * Whose country helps to read a phone number.
 */
contact: number | null, };

/**
 * What is to be said about a point. Nothing keeps it from being saved (D3).
 */
export type PointChecked = { 
/**
 * As it would be kept to be compared: E.164, or the comparable e-mail address.
 */
normalized: string | null, 
/**
 * Null where all is well: `phone_too_short`, `phone_doubtful`, `email_…`, `website` …
 */
problem: string | null, 
/**
 * The problem and what to do about it, in English.
 */
message: string | null, };

/**
 * Whether one contact point may be used for a channel.
 */
export type PointReach = { 
/**
 * The contact point's id.
 */
point: number, channel: Channel, 
/**
 * Why not; null when it may.
 */
refusal: Refusal | null, };

/**
 * The state of a phone's or e-mail's normalized value (O1); for other kinds always `Active`.
 */
export type PointStatus = "active" | "opted_out" | "invalid";

export type Position = { index: number | null, };

/**
 * Where a contact stands in a list, to keep it in view: its index or null.
 */
export type PositionRequest = { query: ContactsQuery, id: number, };

/**
 * A postcode as it stands in the field while it is typed, with the country of its address: its code or its name.
 */
export type PostcodeCheck = { value: string, country: string | null, };

/**
 * What is to be said about a postcode. Nothing keeps it from being saved (D3).
 */
export type PostcodeChecked = { 
/**
 * How postcodes of the country are written, where this one is written otherwise; null where all is well.
 */
example: string | null, };

export type Preview = { file: string, format: string, sheets: Array<string>, sheet: string | null, encoding: string | null, delimiter: string | null, 
/**
 * 1-based; null where there is no header.
 */
header_row: number | null, 
/**
 * The program that the file comes from, where its header tells or the user did.
 */
dialect: Dialect | null, 
/**
 * The programs that it could come from, the likeliest first.
 */
dialects: Array<Dialect>, columns: Array<PreviewColumn>, rows: Array<Array<string>>, 
/**
 * The row numbers of `rows` as a spreadsheet shows them.
 */
row_numbers: Array<number>, 
/**
 * By its name or columns, the file holds only people who have opted out.
 */
everyone_opted_out: boolean, garbled: Garbled | null, 
/**
 * The mapping is the one used for the last file with this header.
 */
remembered: boolean, fingerprint: Fingerprint | null, };

export type PreviewColumn = { 
/**
 * 1-based.
 */
position: number, column: string, 
/**
 * The proposed field; null where there is no proposal (orange in the window).
 */
field: string | null, 
/**
 * 0 to 1.
 */
confidence: number, 
/**
 * The first non-empty values.
 */
samples: Array<string>, dates: DateGuess | null, 
/**
 * The column (1-based) whose phones, e-mails or addresses this one names, unless it is given a field.
 */
label_of: number | null, 
/**
 * What was decided of the column the last time, or in the named mapping.
 */
kept: ColumnMapping | null, };

export type PreviewRequest = { source: ImportSource, options: ReadOptions, 
/**
 * How many rows to show; 20 unless told, null for all.
 */
rows: number | null, 
/**
 * Rows as they stand in the sheet, preamble and header too.
 */
raw: boolean, 
/**
 * The program whose export the header is read as: `NAME`, `NAME:LOCALE` or `none`; as voted unless told.
 */
dialect?: string | null, 
/**
 * The named mapping whose decisions take the place of the proposals.
 */
named?: string | null, };

/**
 * What a term costs that begins within a fixed period.
 */
export type ProRata = "none" | "months" | "days";

/**
 * What is wrong with a cell or a row.
 */
export type Problem = { 
/**
 * `no_contact_point`, `invalid_phone`, `invalid_email`, `damaged_number`, `no_match`, `erased`, `required_field`, `no_organization`, `invalid_number` …
 */
code: string, 
/**
 * 1-based column; null when it is about the whole row.
 */
position: number | null, column: string | null, value: string | null, reason: string, hint: string, };

/**
 * How far a job is. `fraction` runs from 0 to 1 and is absent where the end is not known.
 */
export type Progress = { stage: Stage, done: number, fraction: number | null, 
/**
 * Rows or contacts a second since the job began.
 */
per_second: number | null, 
/**
 * Seconds that are left, reckoned from the fraction.
 */
seconds_left: number | null, };

export type PromoCode = { id: number, code: string, 
/**
 * What stands on the order.
 */
text: string | null, 
/**
 * This many per cent of what the order costs, or else an amount.
 */
percent: number | null, amount: Amount | null, valid_from: string | null, valid_until: string | null, 
/**
 * How often at most.
 */
uses: number | null, 
/**
 * How often it was used, on orders that are not cancelled.
 */
used: number, retired: boolean, };

export type PromoCodeAdd = { code: string, text: string | null, 
/**
 * Either this or an amount.
 */
percent: number | null, 
/**
 * Such as `5.00 EUR`.
 */
amount: string | null, valid_from: string | null, valid_until: string | null, uses: number | null, };

export type PromoCodeChanged = { code: PromoCode, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

/**
 * What of a code can change: when and how often. What it is worth can't, since it was given out.
 */
export type PromoCodeEdit = { id: number, valid_from: string | null, valid_until: string | null, uses: number | null, 
/**
 * It is taken no more.
 */
retired: boolean, };

export type PromoCodes = { codes: Array<PromoCode>, };

/**
 * The TypeScript shape of `roster_formats::ReadOptions`.
 */
export type ReadOptions = { format?: string | null, sheet?: string | null, encoding?: string | null, delimiter?: string | null, 
/**
 * 1-based; 0 when there is no header.
 */
header_row?: number | null, 
/**
 * Whether text that was once read in a wrong encoding is repaired.
 */
repair_text?: boolean | null, };

/**
 * A payment's receipt as PDF: issued when it is asked for the first time, the same paper later.
 */
export type ReceiptSave = { payment: number, path: string, 
/**
 * `en` or `he`; English without one.
 */
language: string | null, };

/**
 * Why not. Where several hold, the first of them here counts.
 */
export type Refusal = "deceased" | "do_not_contact" | "opted_out" | "no_address";

export type RefusedFile = { name: string, reason: FileRefusal, message: string, };

/**
 * Rejected rows of an import of the history.
 */
export type Rejects = { total: number, columns: Array<string>, rows: Array<RowOutcome>, };

export type RejectsRequest = { batch: number, path: string, };

export type RejectsSaved = { file: string, rows: number, };

/**
 * A term to come, as it would be made.
 */
export type Renewal = { contact_id: number, name: string, number: string, type: string, tier: string | null, 
/**
 * The last day of the present term.
 */
ends: string | null, from: string, to: string | null, price: Amount, };

export type Renewals = { 
/**
 * The batch to undo; null where nothing was done.
 */
batch: number | null, total: number, 
/**
 * What the new orders come to, one for each currency.
 */
totals: Array<Amount>, renewals: Array<Renewal>, };

/**
 * Which memberships are to be renewed: those that end within the days ahead or are in grace, of the members that the
 * filter chooses.
 */
export type RenewalsRequest = { 
/**
 * Days from today; 30 without.
 */
ends_within: number | null, filter: string, type_id: number | null, 
/**
 * Members who are left out of the run.
 */
without: Array<number>, 
/**
 * How many of them are answered, for the window; all without.
 */
limit: number | null, };

/**
 * What a repair did.
 */
export type Repair = { 
/**
 * The backup that was made before; null when nothing had to be repaired.
 */
backup: string | null, 
/**
 * The batch to undo; null where only derived data was made anew.
 */
batch: number | null, 
/**
 * How many problems there were.
 */
before: number, 
/**
 * What is left.
 */
report: CheckReport, };

export type ReportColumn = { column: string, position: number, 
/**
 * `ignore` for columns that were left out.
 */
field: string, confidence: number, 
/**
 * What became of its values; null for imports of older versions.
 */
values: ValueCounts | null, };

/**
 * The value that a change replaced, by its place in the journal.
 */
export type RestorePoint = { entry: number, 
/**
 * The one part of an entry that changed several; null for all of it.
 */
part: string | null, };

/**
 * Asks for the value before a change to be the value of the contact or the organization again.
 */
export type RestoreValue = { id: number, restore: RestorePoint, };

/**
 * What somebody is here; each may do what the next may and more.
 */
export type Role = "owner" | "editor" | "reader";

/**
 * What one row becomes.
 */
export type RowOutcome = { row: number, outcome: Outcome, cells: Array<string>, 
/**
 * The contact that was made or matched; null in a rehearsal of a new one.
 */
contact: number | null, 
/**
 * The first is why a rejected row was rejected; on other rows, details that are kept as a note.
 */
problems: Array<Problem>, };

/**
 * A workspace that was made of what could be read.
 */
export type Salvaged = { file: string, contacts: number, 
/**
 * The tables of which something was lost; none when all could be read.
 */
lost: Array<Lost>, 
/**
 * What is still wrong with the new workspace.
 */
problems: Array<string>, };

/**
 * Chosen contacts: by id, or as ranges `[from, to)` of a list that must not have changed since.
 */
export type Selection = { "kind": "ids", ids: Array<number>, } | { "kind": "ranges", query: ContactsQuery, generation: number, ranges: Array<[number, number]>, };

/**
 * Settings that belong to the workspace rather than to the window.
 */
export type Settings = { 
/**
 * ISO 3166 alpha-2: the country of phone numbers without one.
 */
country: string | null, 
/**
 * Contacts belong to an organization (R8): each needs an account, an agency or a lead.
 */
organization_required: boolean, 
/**
 * Roster makes backups by itself (P4).
 */
backups: boolean, 
/**
 * How much its own backups may take; the oldest go first.
 */
backups_megabytes: number, };

/**
 * A sheet by its number, or by its measures.
 */
export type SheetChoice = { "kind": "known", code: string, } | { "kind": "own", sheet: SheetMeasures, };

/**
 * A sheet of labels; lengths in millimetres.
 */
export type SheetMeasures = { paper: PaperSize, columns: number, rows: number, width: number, height: number, 
/**
 * From the left edge of the paper to the first label.
 */
left: number, 
/**
 * From the top edge of the paper to the first label.
 */
top: number, 
/**
 * From the left edge of one label to that of the next.
 */
step_across: number, 
/**
 * From the top edge of one label to that of the next.
 */
step_down: number, };

/**
 * On which side of today.
 */
export type Side = "either" | "last" | "next";

export type Similar = { 
/**
 * At most 500, those whose two contacts are both there.
 */
pairs: Array<SimilarPair>, };

/**
 * As much of a contact as tells whether two are one person.
 */
export type SimilarContact = { id: number, name: string, emails: Array<string>, phones: Array<string>, organization: string | null, city: string | null, };

export type SimilarPair = { 
/**
 * `name`, `phone` or `email`: what the two have in common.
 */
ground: string, new: SimilarContact, known: SimilarContact, };

/**
 * What became of a contact since the backup.
 */
export type Since = "same" | "changed" | "aside" | "gone";

/**
 * By any field: a default one by its name, a custom one by its code.
 */
export type Sort = { field: string, descending: boolean, };

/**
 * A stretch of time: `30 days`.
 */
export type Span = { amount: number, unit: Unit, };

/**
 * One of the files of an export that is split.
 */
export type SplitFile = { 
/**
 * Its name in the folder.
 */
name: string, 
/**
 * Null for those that have none.
 */
value: string | null, contacts: number, };

/**
 * Everybody who works here, by name. Nobody: there are no profiles.
 */
export type Staff = { people: Array<Person>, 
/**
 * Who is at the desk.
 */
here: number | null, };

export type StaffAdd = { name: string, role: Role, pin: string | null, };

export type StaffById = { id: number, };

export type StaffEdit = { id: number, name: string, role: Role, };

export type StaffEnter = { name: string, 
/**
 * For who has one.
 */
pin: string | null, };

/**
 * Sets, changes or, with null, removes the PIN of somebody.
 */
export type StaffPin = { id: number, 
/**
 * The present one, which whoever changes their own has to know.
 */
present: string | null, pin: string | null, };

/**
 * What a long job is at.
 */
export type Stage = "reading" | "importing" | "exporting" | "undoing" | "changing" | "saving" | "restoring" | "copying" | "verifying";

/**
 * Everything that a contact owes and has paid.
 */
export type Statement = { 
/**
 * The latest first.
 */
orders: Array<MemberOrder>, 
/**
 * The latest first.
 */
payments: Array<Payment>, 
/**
 * One for each currency; above nothing is owed, below is credit.
 */
balances: Array<Amount>, };

export type StatementChanged = { statement: Statement, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

export type Stats = { contacts: number, 
/**
 * With at least one active phone or e-mail.
 */
active: number, 
/**
 * Without any phone or e-mail that is valid.
 */
unreachable: number, organizations: number, members: number, groups: number, opt_outs: number, trash: number, 
/**
 * Put aside (L6).
 */
archived: number, };

/**
 * What a field belongs to.
 */
export type Subject = "contact" | "organization" | "member";

/**
 * A phone or e-mail with its state and whole history, the latest first.
 */
export type Subscription = { kind: OptOutKind, 
/**
 * Normalized.
 */
value: string, 
/**
 * As a person reads it.
 */
shown: string, status: SubscriptionStatus, since: string | null, initiative: Initiative | null, reason: string | null, note: string | null, 
/**
 * All contacts that hold it; an opt-out holds for each of them.
 */
contacts: Array<Holder>, changes: Array<SubscriptionChange>, };

/**
 * One line of a value's history.
 */
export type SubscriptionChange = { at: string, status: SubscriptionStatus, initiative: Initiative | null, reason: string | null, 
/**
 * For a reinstatement: what allowed it.
 */
ground: string | null, note: string | null, 
/**
 * Who was at the desk.
 */
by: string | null, };

export type SubscriptionStatus = "active" | "opted_out";

export type Tag = { id: number, name: string, colour: string | null, };

export type Tags = { tags: Array<Tag>, };

export type Tier = { id: number, name: string, 
/**
 * Today's.
 */
price: Amount, prices: Array<TierPrice>, retired: boolean, };

/**
 * A tier with its price as text, such as `50.00`, in the currency of the type.
 */
export type TierInput = { 
/**
 * Of a tier that is there; a new one without.
 */
id: number | null, name: string, price: string, 
/**
 * The day from which on the price holds; without one it takes the place of the first.
 */
from: string | null, };

/**
 * A price that holds from a day on; from the beginning without one.
 */
export type TierPrice = { from: string | null, price: Amount, };

/**
 * What the window holds and must ask for again once it is stale.
 */
export type Topic = "contacts" | "groups" | "organizations" | "fields" | "files" | "members" | "batches" | "views" | "backups" | "workspace";

/**
 * What is removed for good of that which is in the trash.
 */
export type TrashEmpty = { "kind": "everything" } | { "kind": "contacts", selection: Selection | null, } | { "kind": "organizations", selection: OrganizationSelection | null, };

export type Trouble = "none" | "missing" | "empty" | "no_database" | "foreign" | "newer" | "damaged" | "unreadable";

/**
 * Without a batch: the latest one that can be undone.
 */
export type UndoRequest = { batch: number | null, };

export type Undone = { 
/**
 * The batch that was taken back.
 */
batch: number, operation: string, 
/**
 * How many contacts are as they were before it.
 */
reversed: number, 
/**
 * What else is as it was before it.
 */
others: Others, kept: Array<Kept>, 
/**
 * Contacts that it left without an organization although they must have one here (R8).
 */
without_organization: number, };

/**
 * What an erasure has to do once the person is out of the workspace. The certificate says from the beginning what of it is
 * not done, so that it is true also when the program ends in between.
 */
export type Unfinished = "files" | "overwriting" | "backups";

export type Unit = "days" | "weeks" | "months" | "years";

/**
 * What happens to a value that a matched contact holds already (I8).
 */
export type Update = "fill" | "replace" | "add";

/**
 * What a field is compared with.
 */
export type Value = { "kind": "text", text: string, } | { "kind": "number", number: number, } | { "kind": "day", day: string, } | { "kind": "relative", amount: number, unit: Unit, } | { "kind": "yes" } | { "kind": "no" };

/**
 * What a value of the field may be.
 */
export type ValueChoice = { value: string, };

/**
 * What became of the values of a column, one for each cell that holds anything: `in` is the sum of the others.
 */
export type ValueCounts = { in: number, 
/**
 * The contacts hold them.
 */
stored: number, 
/**
 * Kept as notes on the contacts, since they could not be used as they were.
 */
noted: number, 
/**
 * Gave way to what the contacts hold.
 */
kept_existing: number, 
/**
 * Left out since the mapping of values says so; a label with nothing beside it; of a list of opt-outs, what is no
 * phone and no e-mail.
 */
left_out: number, 
/**
 * The column was given to no field.
 */
ignored: number, 
/**
 * Their rows were rejected, which keeps them whole.
 */
rejected: number, };

/**
 * What a value of a column is read as.
 */
export type ValueMapping = { 
/**
 * As it stands in the file; upper and lower case and accents say nothing.
 */
value: string, 
/**
 * What is read instead: a value of the field, or a new option of its list; null leaves the value out.
 */
becomes?: string | null, };

export type ValueOutcome = "added" | "already" | "invalid";

export type ValueSeen = { 
/**
 * As it stands in the file.
 */
value: string, 
/**
 * How many rows have it; 1 for samples.
 */
count: number, 
/**
 * False where it would be kept as it is or as a note.
 */
understood: boolean, means: Array<Meaning>, };

export type View = { id: number, name: string, content: ViewContent, 
/**
 * Why the filter can't be asked any more, as when a group or field that it names was removed.
 */
problem: Mistake | null, };

export type ViewById = { id: number, };

export type ViewChanged = { 
/**
 * Null for one that is gone, and after a change of the order.
 */
id: number | null, 
/**
 * The batch to undo; null when nothing changed.
 */
batch: number | null, };

/**
 * A column as a view shows it.
 */
export type ViewColumn = { 
/**
 * A field's code.
 */
id: string, 
/**
 * In pixels; null where nobody gave one.
 */
width: number | null, };

/**
 * What a view shows.
 */
export type ViewContent = { search: string, 
/**
 * The text form of a filter.
 */
filter: string, columns: Array<ViewColumn>, sort: Sort, };

export type ViewCreate = { subject: ViewSubject, name: string, content: ViewContent, };

/**
 * The same once more, under another name, right behind it.
 */
export type ViewDuplicate = { id: number, name: string, };

/**
 * Which list a view is of.
 */
export type ViewSubject = "contact" | "organization";

/**
 * Another name, another content, or both.
 */
export type ViewUpdate = { id: number, name: string | null, content: ViewContent | null, };

/**
 * In the order of their tabs.
 */
export type Views = { views: Array<View>, };

/**
 * The views of a list in their new order; those that are not named follow.
 */
export type ViewsArrange = { subject: ViewSubject, ids: Array<number>, };

export type ViewsRequest = { subject: ViewSubject, };

/**
 * A value that was kept although something is wrong with it.
 */
export type Warning = { field: string, value: string, message: string, };

/**
 * Which contacts are meant.
 */
export type Who = { "kind": "selection", selection: Selection, } | { "kind": "query", query: ContactsQuery, } | { "kind": "list", source: ImportSource, };

/**
 * Why Roster made a backup by itself.
 */
export type Why = "import" | "change" | "removal" | "update" | "restore" | "repair" | "use" | "asked";

export type WorkspaceInfo = { path: string, 
/**
 * The file's name without its ending.
 */
name: string, stats: Stats, settings: Settings, 
/**
 * What Ctrl+Z would take back: the operation's name, or null.
 */
can_undo: string | null, can_redo: string | null, };

/** Every operation of the core by its name. */
export type Operations = {
  /** The workspace's path, counts and settings. Makes stale: nothing. */
  workspace_info: { input: Nothing; output: WorkspaceInfo };
  /** Changes the workspace's settings. Makes stale: workspace. */
  settings_set: { input: Settings; output: Settings };
  /** Copies of the workspace that this machine knows and that have changes which the open one lacks. Makes stale: nothing. */
  workspace_copies: { input: Nothing; output: Copies };
  /** Goes on with the open workspace: the other copies are told of no more until one of them is opened. Makes stale: workspace. */
  workspace_keep: { input: Nothing; output: Copies };
  /** Who works here and who is at the desk. Makes stale: nothing. */
  staff_list: { input: Nothing; output: Staff };
  /** Somebody comes to the desk. Makes stale: workspace. */
  staff_enter: { input: StaffEnter; output: Staff };
  /** Nobody is at the desk any more. Makes stale: workspace. */
  staff_leave: { input: Nothing; output: Staff };
  /** A new profile. Makes stale: workspace, batches. */
  staff_add: { input: StaffAdd; output: Staff };
  /** Another name or role for somebody. Makes stale: workspace, batches. */
  staff_edit: { input: StaffEdit; output: Staff };
  /** Another PIN for oneself, or at an owner's word for anybody. Makes stale: workspace, batches. */
  staff_pin: { input: StaffPin; output: Staff };
  /** Removes a profile. Makes stale: workspace, batches. */
  staff_remove: { input: StaffById; output: Staff };
  /** Integrity of the file and of Roster's own rules. Makes stale: nothing. */
  check: { input: Nothing; output: CheckReport };
  /** Repairs what the check finds and what can be repaired, after a backup. Makes stale: backups, files, contacts, groups, organizations, fields, batches, workspace, members. */
  repair: { input: Nothing; output: Repair };
  /** Writes a consistent copy of the workspace, also while it is in use. Makes stale: nothing. */
  backup_save: { input: BackupRequest; output: Backup };
  /** Brings the workspace back to a backup; the state before is kept as a backup of its own. Makes stale: backups, files, contacts, groups, organizations, fields, batches, views, workspace, members. */
  backup_restore: { input: BackupRequest; output: Backup };
  /** The backups that Roster made by itself, beside the workspace. Makes stale: nothing. */
  backups_list: { input: Nothing; output: Backups };
  /** Makes a backup now. Makes stale: backups. */
  backup_now: { input: Nothing; output: KeptBackup };
  /** Brings the workspace back to one of its own backups. Makes stale: backups, files, contacts, groups, organizations, fields, batches, views, workspace, members. */
  backups_restore: { input: BackupName; output: Backup };
  /** A stretch of the contacts of a backup, and what became of them. Makes stale: nothing. */
  backup_look: { input: BackupLook; output: BackupContents };
  /** Brings contacts back from a backup. Makes stale: files, members, contacts, groups, organizations, fields, batches, workspace. */
  backup_take: { input: BackupTake; output: BackupTaken };
  /** A stretch of the list of contacts, with the count of all that match. Makes stale: nothing. */
  contacts_page: { input: PageRequest; output: Page };
  /** Where a contact stands in a list. Makes stale: nothing. */
  contact_position: { input: PositionRequest; output: Position };
  /** Everything that a contact holds. Makes stale: nothing. */
  contact_get: { input: ById; output: Contact };
  /** A new contact. Makes stale: contacts, groups, organizations, batches, workspace. */
  contact_create: { input: ContactCreate; output: ContactChanged };
  /** Changes to one contact, undone together. Makes stale: members, contacts, groups, organizations, batches, workspace. */
  contact_edit: { input: ContactEdit; output: ContactChanged };
  /** What was done to a contact, the latest first. Makes stale: nothing. */
  contact_history: { input: ById; output: History };
  /** Makes the value before a change of the history the contact's value again. Makes stale: members, contacts, groups, batches, workspace. */
  contact_restore_value: { input: RestoreValue; output: ContactChanged };
  /** Puts contacts into the trash. Makes stale: members, contacts, groups, organizations, batches, workspace. */
  contacts_delete: { input: BySelection; output: BatchDone };
  /** Brings contacts back from the trash. Makes stale: members, contacts, groups, organizations, batches, workspace. */
  contacts_restore: { input: BySelection; output: BatchDone };
  /** Contacts that may be one person, side by side, with the fields to choose between. Makes stale: nothing. */
  contacts_merge_look: { input: BySelection; output: MergeLook };
  /** Merges contacts into one, with everything that they hold. Makes stale: files, members, contacts, groups, organizations, batches, workspace. */
  contacts_merge: { input: ContactsMerge; output: ContactChanged };
  /** Changes many contacts at once, undone together. Makes stale: members, contacts, groups, batches, workspace. */
  contacts_change: { input: BulkChange; output: BatchDone };
  /** The named views of a list. Makes stale: nothing. */
  views_list: { input: ViewsRequest; output: Views };
  /** Keeps a view of a list under a name. Makes stale: views, batches, workspace. */
  view_create: { input: ViewCreate; output: ViewChanged };
  /** Gives a view another name or another content. Makes stale: views, batches, workspace. */
  view_update: { input: ViewUpdate; output: ViewChanged };
  /** The same view once more, under another name. Makes stale: views, batches, workspace. */
  view_duplicate: { input: ViewDuplicate; output: ViewChanged };
  /** Deletes a view. Makes stale: views, batches, workspace. */
  view_delete: { input: ViewById; output: ViewChanged };
  /** Puts the views of a list in an order. Makes stale: views, batches, workspace. */
  views_arrange: { input: ViewsArrange; output: ViewChanged };
  /** The fields that a filter can ask about. Makes stale: nothing. */
  filter_fields: { input: Nothing; output: FilterFields };
  /** Understands the text of a filter that is being typed. Makes stale: nothing. */
  filter_read: { input: FilterText; output: FilterRead };
  /** The text form of a filter. Makes stale: nothing. */
  filter_write: { input: FilterTree; output: FilterText };
  /** Puts contacts aside, out of lists, counts and groups. Makes stale: members, contacts, groups, batches, workspace. */
  contacts_archive: { input: BySelection; output: BatchDone };
  /** Brings contacts back from the archive. Makes stale: members, contacts, groups, batches, workspace. */
  contacts_unarchive: { input: BySelection; output: BatchDone };
  /** Removes contacts and organizations in the trash for good; it can't be undone. Makes stale: files, contacts, groups, organizations, batches, workspace, members. */
  trash_empty: { input: TrashEmpty; output: Emptied };
  /** Writes everything that is known of a contact to a file. Makes stale: nothing. */
  dossier_save: { input: DossierSave; output: DossierSaved };
  /** Removes a person for good, with every trace; it can't be undone. Makes stale: backups, files, contacts, groups, organizations, batches, workspace, members. */
  contact_erase: { input: ContactErase; output: ContactErased };
  /** Every erasure with its certificate, and the orders that it left. Makes stale: nothing. */
  erasures: { input: Nothing; output: Erasures };
  /** Does what erasures could not finish in the workspace's own files. Makes stale: workspace. */
  erasures_finish: { input: Nothing; output: Erasures };
  /** The register of consents over all contacts. Makes stale: nothing. */
  consents_page: { input: ConsentsRequest; output: Consents };
  /** Writes the register of consents to a spreadsheet. Makes stale: nothing. */
  consents_save: { input: ConsentsSave; output: ConsentsSaved };
  /** The files of a contact or an organization. Makes stale: nothing. */
  files_list: { input: FilesRequest; output: Files };
  /** Attaches copies of files to a contact or an organization. Makes stale: files, contacts, organizations, batches, workspace. */
  files_attach: { input: FilesAttach; output: FilesAttached };
  /** Takes files off; their contents stay for undo. Makes stale: files, contacts, organizations, batches, workspace. */
  files_detach: { input: FilesDetach; output: BatchDone };
  /** Gives a file another name. Makes stale: files, contacts, organizations, batches, workspace. */
  file_rename: { input: FileRename; output: FileChanged };
  /** Saves a copy of a file. Makes stale: nothing. */
  file_save: { input: FileSave; output: FileSaved };
  /** A scaled picture or the beginning of a text. Makes stale: nothing. */
  file_preview: { input: ById; output: FilePreview };
  /** Compares contents with what was attached. Makes stale: nothing. */
  files_verify: { input: FilesVerify; output: FilesVerified };
  /** Gives a contact a picture, scaled down, or takes it away. Makes stale: contacts, batches, workspace. */
  contact_photo_set: { input: PhotoSet; output: ContactChanged };
  /** A contact's picture. Makes stale: nothing. */
  photo_get: { input: PhotoRequest; output: Photo };
  /** Looks at a phone, e-mail or website while it is typed. Makes stale: nothing. */
  point_check: { input: PointCheck; output: PointChecked };
  /** Looks at a postcode while it is typed. Makes stale: nothing. */
  postcode_check: { input: PostcodeCheck; output: PostcodeChecked };
  /** A stretch of the list of organizations, with the count of all that match. Makes stale: nothing. */
  organizations_page: { input: OrganizationsPageRequest; output: OrganizationsPage };
  /** Where an organization stands in a list. Makes stale: nothing. */
  organization_position: { input: OrganizationPositionRequest; output: Position };
  /** Everything that an organization holds, its contacts apart. Makes stale: nothing. */
  organization_get: { input: ById; output: Organization };
  /** The hierarchy that an organization stands in. Makes stale: nothing. */
  organization_tree: { input: ById; output: OrganizationTree };
  /** A stretch of the contacts of an organization. Makes stale: nothing. */
  organization_contacts: { input: OrganizationContactsRequest; output: OrganizationContacts };
  /** A new account, agency or lead. Makes stale: organizations, batches, workspace. */
  organization_create: { input: OrganizationCreate; output: OrganizationChanged };
  /** Changes to one organization, undone together. Makes stale: contacts, organizations, batches, workspace. */
  organization_edit: { input: OrganizationEdit; output: OrganizationChanged };
  /** What was done to an organization, the latest first. Makes stale: nothing. */
  organization_history: { input: ById; output: History };
  /** Makes the value before a change of the history the organization's value again. Makes stale: contacts, organizations, files, batches, workspace. */
  organization_restore_value: { input: RestoreValue; output: OrganizationChanged };
  /** Makes an account of a lead. Makes stale: contacts, organizations, batches, workspace. */
  organization_convert: { input: ById; output: OrganizationChanged };
  /** Puts organizations into the trash. Makes stale: contacts, organizations, batches, workspace. */
  organizations_delete: { input: ByOrganizationSelection; output: OrganizationsMoved };
  /** Brings organizations back from the trash. Makes stale: contacts, organizations, batches, workspace. */
  organizations_restore: { input: ByOrganizationSelection; output: OrganizationsMoved };
  /** Gives fields of many organizations a value, as one batch. Makes stale: organizations, contacts, batches, workspace. */
  organizations_change: { input: OrganizationsChange; output: BatchDone };
  /** Writes organizations to a file. Makes stale: nothing. */
  organizations_export: { input: OrganizationsExport; output: OrganizationsExported };
  /** Ties contacts to an organization. Makes stale: contacts, organizations, batches, workspace. */
  organization_contacts_add: { input: OrganizationContactsAdd; output: BatchDone };
  /** A new contact of an organization. Makes stale: contacts, groups, organizations, batches, workspace. */
  organization_contact_create: { input: OrganizationContactCreate; output: ContactChanged };
  /** The tags by name. Makes stale: nothing. */
  tags_list: { input: Nothing; output: Tags };
  /** The groups with their counts. Makes stale: nothing. */
  groups_list: { input: Nothing; output: Groups };
  /** One group with its counts. Makes stale: nothing. */
  group_get: { input: ById; output: Group };
  /** A new group, static or dynamic. Makes stale: contacts, groups, batches, workspace. */
  group_create: { input: GroupCreate; output: GroupChanged };
  /** Changes a group's name, category, type, filter, description. Makes stale: contacts, groups, views, batches, workspace. */
  group_edit: { input: GroupEdit; output: GroupChanged };
  /** Deletes groups; their contacts stay. Makes stale: contacts, groups, views, batches, workspace. */
  groups_delete: { input: GroupIds; output: BatchDone };
  /** Puts contacts into a group. Makes stale: contacts, groups, batches, workspace. */
  group_assign: { input: GroupAssign; output: GroupAssigned };
  /** Takes contacts out of a group. Makes stale: contacts, groups, batches, workspace. */
  group_unassign: { input: GroupAssign; output: GroupAssigned };
  /** Always includes contacts in a dynamic group, always excludes them, or lets its filter decide. Makes stale: contacts, groups, batches, workspace. */
  group_pin: { input: GroupPin; output: GroupAssigned };
  /** The contacts that are pinned to a dynamic group. Makes stale: nothing. */
  group_pins: { input: GroupPinsRequest; output: GroupPins };
  /** Moves the contacts of other groups into one. Makes stale: contacts, groups, views, batches, workspace. */
  groups_merge: { input: GroupsMerge; output: GroupChanged };
  /** A new group made of others. Makes stale: contacts, groups, batches, workspace. */
  groups_combine: { input: GroupsCombine; output: GroupChanged };
  /** A group like another. Makes stale: contacts, groups, batches, workspace. */
  group_duplicate: { input: GroupDuplicate; output: GroupChanged };
  /** Why a contact is in a group, or out of it. Makes stale: nothing. */
  group_why: { input: GroupWhyRequest; output: GroupWhy };
  /** The groups that a contact is in, and those that it is pinned out of. Makes stale: nothing. */
  contact_groups: { input: ById; output: Memberships };
  /** The categories of groups. Makes stale: nothing. */
  group_categories: { input: Nothing; output: GroupCategories };
  /** A new category of groups. Makes stale: groups, batches, workspace. */
  group_category_add: { input: GroupCategoryAdd; output: BatchDone };
  /** Puts the categories of groups in an order. Makes stale: groups, batches, workspace. */
  group_categories_arrange: { input: GroupCategoriesArrange; output: BatchDone };
  /** Gives a category another name. Makes stale: groups, batches, workspace. */
  group_category_rename: { input: GroupCategoryRename; output: BatchDone };
  /** Deletes a category; its groups stay. Makes stale: groups, batches, workspace. */
  group_category_delete: { input: ById; output: BatchDone };
  /** The fields of contacts: the default ones and the custom ones in use. Makes stale: nothing. */
  fields_list: { input: Nothing; output: Fields };
  /** Every field of every subject, retired ones too. Makes stale: nothing. */
  fields_manage: { input: Nothing; output: Fields };
  /** How many contacts or organizations hold something in each field. Makes stale: nothing. */
  field_uses: { input: Nothing; output: FieldUses };
  /** Makes a custom field. Makes stale: fields, batches, workspace. */
  field_add: { input: FieldAdd; output: FieldChanged };
  /** What a change of a custom field would do to its values; writes nothing. Makes stale: nothing. */
  field_edit_preview: { input: FieldEdit; output: FieldPreview };
  /** Changes a custom field, and its values where its type or options change. Makes stale: fields, contacts, batches, workspace. */
  field_edit: { input: FieldEdit; output: FieldChanged };
  /** The values of a custom field that don't fit it. Makes stale: nothing. */
  field_misfits: { input: FieldByCode; output: Misfits };
  /** Puts the custom fields of a subject in an order. Makes stale: fields, batches, workspace. */
  fields_arrange: { input: FieldsArrange; output: FieldsArranged };
  /** Takes a custom field out of use, or brings it back. Makes stale: fields, contacts, batches, workspace. */
  field_retire: { input: FieldRetire; output: FieldChanged };
  /** Removes a custom field with its values. Makes stale: fields, contacts, batches, workspace. */
  field_remove: { input: FieldByCode; output: FieldRemoved };
  /** A stretch of the list of opt-outs, with the count of all that match. Makes stale: nothing. */
  opt_outs_page: { input: OptOutsPageRequest; output: OptOutsPage };
  /** The state of a phone or e-mail and everything that was decided about it. Makes stale: nothing. */
  opt_out_history: { input: OptOutHistoryRequest; output: Subscription };
  /** The phones and e-mails of a contact with their states and histories. Makes stale: nothing. */
  contact_subscriptions: { input: ById; output: ContactSubscriptions };
  /** Opts phones and e-mails out, for every contact that holds them. Makes stale: contacts, groups, batches, workspace. */
  opt_out_add: { input: OptOutAdd; output: OptOutsDone };
  /** Gives an opt-out that stands another initiative, reason and note. Makes stale: contacts, batches, workspace. */
  opt_out_edit: { input: OptOutEdit; output: OptOutsDone };
  /** Reinstates an opted-out value, on a ground. Makes stale: contacts, groups, batches, workspace. */
  opt_out_remove: { input: OptOutRemove; output: OptOutsDone };
  /** What a list of phones and e-mails would opt out; writes nothing. Makes stale: nothing. */
  opt_outs_rehearse: { input: OptOutsImport; output: OptOutsReport };
  /** Opts out the phones and e-mails of a list, as one batch. Makes stale: contacts, groups, batches, workspace. */
  opt_outs_import: { input: OptOutsImport; output: OptOutsReport };
  /** Opts out the phones or e-mails of chosen contacts. Makes stale: contacts, groups, batches, workspace. */
  opt_outs_select: { input: OptOutSelection; output: OptOutsDone };
  /** The types of membership with their tiers and prices. Makes stale: nothing. */
  membership_types: { input: Nothing; output: MembershipTypes };
  /** A new type of membership. Makes stale: members, batches, workspace. */
  membership_type_create: { input: MembershipTypeCreate; output: MembershipTypeChanged };
  /** Changes a type of membership; terms and orders that are there stay as they were agreed. Makes stale: members, batches, workspace. */
  membership_type_edit: { input: MembershipTypeEdit; output: MembershipTypeChanged };
  /** Counts down the memberships of a type by an issue that was mailed. Makes stale: members, contacts, groups, batches, workspace. */
  issue_mailed: { input: IssueMailed; output: MembershipTypeChanged };
  /** A stretch of the list of members, with the counts of all. Makes stale: nothing. */
  members_page: { input: MembersPageRequest; output: MembersPage };
  /** A contact as a member, if it is one. Makes stale: nothing. */
  member_find: { input: ById; output: MemberFound };
  /** Makes a contact a member. Makes stale: members, contacts, groups, batches, workspace. */
  member_convert: { input: MemberConvert; output: MemberChanged };
  /** A new contact who is a member. Makes stale: members, contacts, groups, organizations, batches, workspace. */
  member_create: { input: MemberCreate; output: MemberChanged };
  /** Turns a member back into a contact; memberships, orders and payments stay with them. Makes stale: members, contacts, groups, batches, workspace. */
  member_revert: { input: ById; output: MemberReverted };
  /** A new membership with its first term and its order. Makes stale: members, contacts, groups, batches, workspace. */
  member_enroll: { input: MemberEnroll; output: MemberChanged };
  /** One more term of a membership, with its order. Makes stale: members, contacts, groups, batches, workspace. */
  member_renew: { input: MemberRenew; output: MemberChanged };
  /** The bundles that a contact pays for or is part of. Makes stale: nothing. */
  bundles_of: { input: ById; output: Bundles };
  /** Takes members into the bundle of a payer; the first make it. Makes stale: members, contacts, groups, batches, workspace. */
  bundle_add: { input: BundleAdd; output: BundleChanged };
  /** A member leaves a bundle and pays for themselves from then on. Makes stale: members, contacts, groups, batches, workspace. */
  bundle_leave: { input: BundleLeave; output: BundleChanged };
  /** Somebody else pays for a bundle from now on. Makes stale: members, contacts, groups, batches, workspace. */
  bundle_payer: { input: BundlePayer; output: BundleChanged };
  /** One more shared term for all of a bundle, on one order. Makes stale: members, contacts, groups, batches, workspace. */
  bundle_renew: { input: BundleRenew; output: BundleChanged };
  /** Cancels a membership from a day on. Makes stale: members, contacts, groups, batches, workspace. */
  member_cancel: { input: MemberAct; output: MemberChanged };
  /** Suspends a membership from a day on. Makes stale: members, contacts, groups, batches, workspace. */
  member_suspend: { input: MemberAct; output: MemberChanged };
  /** Lets a suspended membership go on from a day on. Makes stale: members, contacts, groups, batches, workspace. */
  member_resume: { input: MemberAct; output: MemberChanged };
  /** Money that came in. Makes stale: members, contacts, groups, batches, workspace. */
  member_pay: { input: PaymentInput; output: StatementChanged };
  /** Money that goes back. Makes stale: members, contacts, groups, batches, workspace. */
  member_refund: { input: PaymentInput; output: StatementChanged };
  /** Takes out a payment that was entered by mistake. Makes stale: members, contacts, groups, batches, workspace. */
  payment_remove: { input: ById; output: StatementChanged };
  /** What a contact owes and has paid. Makes stale: nothing. */
  contact_statement: { input: ById; output: Statement };
  /** The orders of all contacts, the latest first. Makes stale: nothing. */
  orders_page: { input: OrdersRequest; output: Orders };
  /** An order made by hand. Makes stale: members, contacts, groups, batches, workspace. */
  order_create: { input: OrderCreate; output: StatementChanged };
  /** Gives a discount on an order, as a line of it. Makes stale: members, contacts, groups, batches, workspace. */
  order_discount: { input: OrderDiscount; output: StatementChanged };
  /** The codes that give discounts, with how often each was used. Makes stale: nothing. */
  promo_codes: { input: Nothing; output: PromoCodes };
  /** A new code. Makes stale: members, batches, workspace. */
  promo_code_add: { input: PromoCodeAdd; output: PromoCodeChanged };
  /** Changes when and how often a code is taken; orders that have it keep it. Makes stale: members, batches, workspace. */
  promo_code_edit: { input: PromoCodeEdit; output: PromoCodeChanged };
  /** Writes an order's invoice as PDF, issued with the next number where there is none. Makes stale: members, batches. */
  invoice_save: { input: InvoiceSave; output: DocumentSaved };
  /** Writes a payment's receipt as PDF, issued with the next number where there is none. Makes stale: members, batches. */
  receipt_save: { input: ReceiptSave; output: DocumentSaved };
  /** The invoices, receipts and what takes them back, the latest first. Makes stale: nothing. */
  documents_page: { input: DocumentsRequest; output: IssuedDocuments };
  /** Writes a document that was issued as PDF once more, as it was. Makes stale: nothing. */
  document_save: { input: DocumentSave; output: DocumentSaved };
  /** What stands at the head and the foot of the office's papers. Makes stale: nothing. */
  letterhead: { input: Nothing; output: Letterhead };
  /** Changes the letterhead; documents that are issued keep theirs. Makes stale: workspace. */
  letterhead_set: { input: Letterhead; output: Letterhead };
  /** Cancels an order: it stays, and owes nothing. Makes stale: members, contacts, groups, batches, workspace. */
  order_cancel: { input: ById; output: StatementChanged };
  /** The credits of a bank's statement, each with the open orders that it may be for; writes nothing. Makes stale: nothing. */
  bank_look: { input: BankLook; output: BankStatement };
  /** Books chosen credits of a bank's statement as payments, as one batch. Makes stale: members, contacts, groups, batches, workspace. */
  bank_book: { input: BankBook; output: BankBooked };
  /** The orders that are due for their next level of dunning; writes nothing. Makes stale: nothing. */
  dunning_look: { input: DunningLook; output: Dunning };
  /** Writes a letter for each who owes, and records the level of each order, as one batch. Makes stale: members, contacts, batches, workspace. */
  dunning_run: { input: DunningRun; output: DunningDone };
  /** The levels of dunning. Makes stale: nothing. */
  dunning_levels: { input: Nothing; output: DunningLevels };
  /** Changes the levels of dunning; what was recorded stays. Makes stale: workspace. */
  dunning_levels_set: { input: DunningLevels; output: DunningLevels };
  /** Who would be renewed, with each one's new term and price; writes nothing. Makes stale: nothing. */
  renewals_preview: { input: RenewalsRequest; output: Renewals };
  /** Renews all that are due, as one batch with their orders. Makes stale: members, contacts, groups, batches, workspace. */
  renewals_apply: { input: RenewalsRequest; output: Renewals };
  /** What the Source and Fields stages show; writes nothing. Makes stale: nothing. */
  import_preview: { input: PreviewRequest; output: Preview };
  /** Mappings of columns that somebody named. Makes stale: nothing. */
  mappings: { input: Nothing; output: NamedMappings };
  /** Keeps what a request decides of the columns under a name. Makes stale: views, batches, workspace. */
  mapping_save: { input: MappingSave; output: KeptChanged };
  /** Gives a named mapping another name. Makes stale: views, batches, workspace. */
  mapping_rename: { input: KeptRename; output: KeptChanged };
  /** Deletes a named mapping. Makes stale: views, batches, workspace. */
  mapping_delete: { input: KeptByName; output: KeptChanged };
  /** What the values of the columns are read as: parts of names, joined columns, values of lists. Makes stale: nothing. */
  import_values: { input: ImportRequest; output: ImportValues };
  /** What an import would do; writes nothing. Makes stale: nothing. */
  import_rehearse: { input: ImportRequest; output: ImportReport };
  /** Imports, in one transaction. Makes stale: members, contacts, groups, organizations, fields, batches, workspace. */
  import_run: { input: ImportRequest; output: ImportReport };
  /** Saves an example file to fill in, xlsx or csv by its name's ending. Makes stale: nothing. */
  import_example: { input: ExampleRequest; output: ExampleSaved };
  /** The rejected rows of an import, at most 500. Makes stale: nothing. */
  import_rejects: { input: UndoRequest; output: Rejects };
  /** New contacts of an import that look like ones that were there, at most 500 pairs. Makes stale: nothing. */
  import_similar: { input: UndoRequest; output: Similar };
  /** Who was in the last file with the same header and is missing in this import's, at most 500. Makes stale: nothing. */
  import_missing: { input: UndoRequest; output: Missing };
  /** Saves the rejected rows of an import as a file. Makes stale: nothing. */
  import_rejects_save: { input: RejectsRequest; output: RejectsSaved };
  /** Imports the sample data. Makes stale: members, contacts, groups, organizations, fields, batches, workspace. */
  sample_data: { input: Nothing; output: ImportReport };
  /** Writes contacts to a file. Makes stale: nothing. */
  export_run: { input: ExportRequest; output: ExportReport };
  /** What can be chosen of the programs that read an export. Makes stale: nothing. */
  export_programs: { input: Nothing; output: ExportPrograms };
  /** Exports that somebody named. Makes stale: nothing. */
  export_profiles: { input: Nothing; output: ExportProfiles };
  /** Keeps how an export is to be under a name. Makes stale: views, batches, workspace. */
  export_profile_save: { input: ExportProfileSave; output: KeptChanged };
  /** Gives an export profile another name. Makes stale: views, batches, workspace. */
  export_profile_rename: { input: KeptRename; output: KeptChanged };
  /** Deletes an export profile. Makes stale: views, batches, workspace. */
  export_profile_delete: { input: KeptByName; output: KeptChanged };
  /** Writes sheets of address labels as PDF. Makes stale: nothing. */
  labels_save: { input: LabelsRequest; output: Mailed };
  /** Writes the data of a mail merge. Makes stale: nothing. */
  letters_save: { input: LettersRequest; output: Mailed };
  /** The sheets of labels that are sold under a number. Makes stale: nothing. */
  label_sheets: { input: Nothing; output: KnownSheets };
  /** Saves the list of those whom the gate leaves out of an export. Makes stale: nothing. */
  export_left_out: { input: LeftOutRequest; output: LeftOutSaved };
  /** What the gate says about a contact: by what it may be reached, and why not. Makes stale: nothing. */
  contact_reach: { input: ById; output: ContactReach };
  /** The addresses of contacts for a channel, to copy. Makes stale: nothing. */
  addresses_copy: { input: AddressesRequest; output: Addresses };
  /** What was done. Makes stale: nothing. */
  batches: { input: BatchesRequest; output: Batches };
  /** Takes a batch back, keeping what was edited since. Makes stale: files, members, contacts, groups, organizations, fields, batches, views, workspace. */
  undo: { input: UndoRequest; output: Undone };
  /** Does again what the last undo took back. Makes stale: files, members, contacts, groups, organizations, fields, batches, views, workspace. */
  redo: { input: Nothing; output: Undone };
};

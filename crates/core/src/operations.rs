//! The one table of operations: name, input, output, what becomes stale.
//!
//! From it come the dispatcher that the window calls, the TypeScript types of the calls, and the invalidation of
//! what the window holds. The command line calls the same functions with their types.

use std::path::Path;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::gate;
use crate::kept::{KeptByName, KeptChanged, KeptRename};
use crate::progress::Job;
use crate::staff::{Right, Staff, StaffAdd, StaffById, StaffEdit, StaffEnter, StaffPin};
use crate::workspace::Workspace;
use crate::{
    backup, bank, bulk, bundles, contacts, copies, discounts, documents, dunning, export, fields,
    files, filters, groups, history, import, journal, members, membership_types, memberships,
    opt_outs, orders, organizations, post, privacy, renewals, staff, tags, trash, views, workspace,
};

/// What the window holds and must ask for again once it is stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    Contacts,
    Groups,
    Organizations,
    Fields,
    Files,
    Members,
    Batches,
    Views,
    Backups,
    Workspace,
}

impl Topic {
    pub const ALL: &[Topic] = &[
        Topic::Contacts,
        Topic::Groups,
        Topic::Organizations,
        Topic::Fields,
        Topic::Files,
        Topic::Members,
        Topic::Batches,
        Topic::Views,
        Topic::Backups,
        Topic::Workspace,
    ];
}

/// The input of operations that need none.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct Nothing {}

macro_rules! operations {
    ($( $(#[doc = $doc:literal])+ $variant:ident = $name:literal : $input:ty => $output:ty, stale [$($topic:ident),*] $(, needs $right:ident)?,
        |$ws:ident, $in:ident, $job:ident| $body:expr; )+) => {
        /// Every operation by its name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Operation { $( $(#[doc = $doc])+ $variant, )+ }

        impl Operation {
            pub const ALL: &[Operation] = &[$(Operation::$variant),+];

            pub fn name(self) -> &'static str {
                match self { $(Operation::$variant => $name,)+ }
            }

            /// What the window must ask for again after it.
            pub fn stale(self) -> &'static [Topic] {
                match self { $(Operation::$variant => &[$(Topic::$topic),*],)+ }
            }
        }

        impl Operation {
            /// What whoever is at the desk must be allowed. What makes nothing stale only looks, and what does is work,
            /// where the table says nothing else.
            pub fn needs(self) -> Right {
                let told: &[Right] = match self { $(Operation::$variant => &[$(Right::$right)?],)+ };
                let otherwise = if self.stale().is_empty() { Right::Look } else { Right::Work };
                told.first().copied().unwrap_or(otherwise)
            }

            fn by_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|operation| operation.name() == name)
            }
        }

        /// Runs the operation `name` with its input as JSON, as the window does.
        pub async fn call(ws: &Workspace, name: &str, input: Value, job: &Job) -> Result<Value> {
            if let Some(operation) = Operation::by_name(name) {
                staff::permit(ws, operation).await?;
            }
            match name {
                $($name => {
                    let ($ws, $in, $job) = (ws, decode::<$input>(name, input)?, job);
                    encode(name, ($body).await?)
                })+
                _ => Err(Error::Call { detail: format!("no operation {name}") }),
            }
        }

        pub(crate) fn visit_types(types: &mut crate::bindings::Types) {
            $( types.operation::<$input, $output>($name, concat!($($doc),+), &[$(Topic::$topic),*]); )+
        }
    };
}

fn decode<T: DeserializeOwned>(name: &str, input: Value) -> Result<T> {
    serde_json::from_value(input).map_err(|e| Error::Call {
        detail: format!("the input of {name}: {e}"),
    })
}

fn encode<T: Serialize>(name: &str, output: T) -> Result<Value> {
    serde_json::to_value(output).map_err(|e| Error::Call {
        detail: format!("the output of {name}: {e}"),
    })
}

operations! {
    /// The workspace's path, counts and settings.
    WorkspaceInfo = "workspace_info": Nothing => workspace::WorkspaceInfo, stale [],
        |ws, _input, _job| workspace::info(ws);
    /// Changes the workspace's settings.
    SettingsSet = "settings_set": workspace::Settings => workspace::Settings, stale [Workspace], needs Own,
        |ws, input, _job| workspace::set_settings(ws, &input);
    /// Copies of the workspace that this machine knows and that have changes which the open one lacks.
    WorkspaceCopies = "workspace_copies": Nothing => copies::Copies, stale [],
        |ws, _input, _job| copies::copies(ws);
    /// Goes on with the open workspace: the other copies are told of no more until one of them is opened.
    WorkspaceKeep = "workspace_keep": Nothing => copies::Copies, stale [Workspace],
        |ws, _input, _job| copies::keep(ws);
    /// Who works here and who is at the desk.
    StaffList = "staff_list": Nothing => Staff, stale [], needs Anyone,
        |ws, _input, _job| staff::list(ws);
    /// Somebody comes to the desk.
    StaffEnter = "staff_enter": StaffEnter => Staff, stale [Workspace], needs Anyone,
        |ws, input, _job| staff::enter(ws, &input);
    /// Nobody is at the desk any more.
    StaffLeave = "staff_leave": Nothing => Staff, stale [Workspace], needs Anyone,
        |ws, _input, _job| staff::leave(ws);
    /// A new profile.
    StaffAdd = "staff_add": StaffAdd => Staff, stale [Workspace, Batches], needs Own,
        |ws, input, _job| staff::add(ws, &input);
    /// Another name or role for somebody.
    StaffEdit = "staff_edit": StaffEdit => Staff, stale [Workspace, Batches], needs Own,
        |ws, input, _job| staff::edit(ws, &input);
    /// Another PIN for oneself, or at an owner's word for anybody.
    StaffPin = "staff_pin": StaffPin => Staff, stale [Workspace, Batches], needs Look,
        |ws, input, _job| staff::set_pin(ws, &input);
    /// Removes a profile.
    StaffRemove = "staff_remove": StaffById => Staff, stale [Workspace, Batches], needs Own,
        |ws, input, _job| staff::remove(ws, &input);
    /// Integrity of the file and of Roster's own rules.
    Check = "check": Nothing => workspace::CheckReport, stale [],
        |ws, _input, job| workspace::check_watched(ws, job);

    /// Repairs what the check finds and what can be repaired, after a backup.
    Repair = "repair": Nothing => workspace::Repair, stale [Backups, Files, Contacts, Groups, Organizations, Fields, Batches, Workspace, Members],
        |ws, _input, job| workspace::repair(ws, job);
    /// Writes a consistent copy of the workspace, also while it is in use.
    BackupSave = "backup_save": backup::BackupRequest => backup::Backup, stale [], needs Work,
        |ws, input, job| backup::save(ws, Path::new(&input.path), job);
    /// Brings the workspace back to a backup; the state before is kept as a backup of its own.
    BackupRestore = "backup_restore": backup::BackupRequest => backup::Backup, stale [Backups, Files, Contacts, Groups, Organizations, Fields, Batches, Views, Workspace, Members], needs Own,
        |ws, input, job| backup::restore(ws, Path::new(&input.path), job);

    /// The backups that Roster made by itself, beside the workspace.
    BackupsList = "backups_list": Nothing => backup::Backups, stale [],
        |ws, _input, _job| backup::list(ws);
    /// Makes a backup now.
    BackupNow = "backup_now": Nothing => backup::KeptBackup, stale [Backups],
        |ws, _input, job| backup::now(ws, job);
    /// Brings the workspace back to one of its own backups.
    BackupsRestore = "backups_restore": backup::BackupName => backup::Backup, stale [Backups, Files, Contacts, Groups, Organizations, Fields, Batches, Views, Workspace, Members], needs Own,
        |ws, input, job| backup::restore_kept(ws, &input, job);
    /// A stretch of the contacts of a backup, and what became of them.
    BackupLook = "backup_look": backup::BackupLook => backup::BackupContents, stale [],
        |ws, input, _job| backup::look(ws, &input);
    /// Brings contacts back from a backup.
    BackupTake = "backup_take": backup::BackupTake => backup::BackupTaken, stale [Files, Members, Contacts, Groups, Organizations, Fields, Batches, Workspace],
        |ws, input, job| backup::take_back(ws, &input, job);

    /// A stretch of the list of contacts, with the count of all that match.
    ContactsPage = "contacts_page": contacts::PageRequest => contacts::Page, stale [],
        |ws, input, _job| contacts::page(ws, &input);
    /// Where a contact stands in a list.
    ContactPosition = "contact_position": contacts::PositionRequest => contacts::Position, stale [],
        |ws, input, _job| contacts::position(ws, &input);
    /// Everything that a contact holds.
    ContactGet = "contact_get": contacts::ById => contacts::Contact, stale [],
        |ws, input, _job| contacts::get(ws, input.id);
    /// A new contact.
    ContactCreate = "contact_create": contacts::ContactCreate => contacts::ContactChanged, stale [Contacts, Groups, Organizations, Batches, Workspace],
        |ws, input, _job| contacts::create(ws, &input);
    /// Changes to one contact, undone together.
    ContactEdit = "contact_edit": contacts::ContactEdit => contacts::ContactChanged, stale [Members, Contacts, Groups, Organizations, Batches, Workspace],
        |ws, input, _job| contacts::edit(ws, &input);
    /// What was done to a contact, the latest first.
    ContactHistory = "contact_history": contacts::ById => history::History, stale [],
        |ws, input, _job| history::of_contact(ws, input.id);
    /// Makes the value before a change of the history the contact's value again.
    ContactRestoreValue = "contact_restore_value": history::RestoreValue => contacts::ContactChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| history::restore_on_contact(ws, &input);
    /// Puts contacts into the trash.
    ContactsDelete = "contacts_delete": contacts::BySelection => contacts::BatchDone, stale [Members, Contacts, Groups, Organizations, Batches, Workspace],
        |ws, input, _job| contacts::delete(ws, &input.selection);
    /// Brings contacts back from the trash.
    ContactsRestore = "contacts_restore": contacts::BySelection => contacts::BatchDone, stale [Members, Contacts, Groups, Organizations, Batches, Workspace],
        |ws, input, _job| contacts::restore(ws, &input.selection);

    /// Contacts that may be one person, side by side, with the fields to choose between.
    ContactsMergeLook = "contacts_merge_look": contacts::BySelection => contacts::MergeLook, stale [],
        |ws, input, _job| contacts::merge_look(ws, &input);
    /// Merges contacts into one, with everything that they hold.
    ContactsMerge = "contacts_merge": contacts::ContactsMerge => contacts::ContactChanged, stale [Files, Members, Contacts, Groups, Organizations, Batches, Workspace],
        |ws, input, _job| contacts::merge(ws, &input);
    /// Changes many contacts at once, undone together.
    ContactsChange = "contacts_change": bulk::BulkChange => contacts::BatchDone, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, job| bulk::change(ws, &input, job);

    /// The named views of a list.
    ViewsList = "views_list": views::ViewsRequest => views::Views, stale [],
        |ws, input, _job| views::list(ws, &input);
    /// Keeps a view of a list under a name.
    ViewCreate = "view_create": views::ViewCreate => views::ViewChanged, stale [Views, Batches, Workspace],
        |ws, input, _job| views::create(ws, &input);
    /// Gives a view another name or another content.
    ViewUpdate = "view_update": views::ViewUpdate => views::ViewChanged, stale [Views, Batches, Workspace],
        |ws, input, _job| views::update(ws, &input);
    /// The same view once more, under another name.
    ViewDuplicate = "view_duplicate": views::ViewDuplicate => views::ViewChanged, stale [Views, Batches, Workspace],
        |ws, input, _job| views::duplicate(ws, &input);
    /// Deletes a view.
    ViewDelete = "view_delete": views::ViewById => views::ViewChanged, stale [Views, Batches, Workspace],
        |ws, input, _job| views::delete(ws, &input);
    /// Puts the views of a list in an order.
    ViewsArrange = "views_arrange": views::ViewsArrange => views::ViewChanged, stale [Views, Batches, Workspace],
        |ws, input, _job| views::arrange(ws, &input);

    /// The fields that a filter can ask about.
    FilterFields = "filter_fields": Nothing => filters::FilterFields, stale [],
        |ws, _input, _job| filters::fields(ws);
    /// Understands the text of a filter that is being typed.
    FilterRead = "filter_read": filters::FilterText => filters::FilterRead, stale [],
        |ws, input, _job| filters::understand(ws, &input);
    /// The text form of a filter.
    FilterWrite = "filter_write": filters::FilterTree => filters::FilterText, stale [],
        |ws, input, _job| filters::write(ws, &input);
    /// Puts contacts aside, out of lists, counts and groups.
    ContactsArchive = "contacts_archive": contacts::BySelection => contacts::BatchDone, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| contacts::archive(ws, &input.selection);
    /// Brings contacts back from the archive.
    ContactsUnarchive = "contacts_unarchive": contacts::BySelection => contacts::BatchDone, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| contacts::unarchive(ws, &input.selection);
    /// Removes contacts and organizations in the trash for good; it can't be undone.
    TrashEmpty = "trash_empty": trash::TrashEmpty => trash::Emptied, stale [Files, Contacts, Groups, Organizations, Batches, Workspace, Members], needs Own,
        |ws, input, job| trash::empty(ws, &input, job);
    /// Writes everything that is known of a contact to a file.
    DossierSave = "dossier_save": privacy::DossierSave => privacy::DossierSaved, stale [], needs Work,
        |ws, input, _job| privacy::save(ws, &input);
    /// Removes a person for good, with every trace; it can't be undone.
    ContactErase = "contact_erase": privacy::ContactErase => privacy::ContactErased, stale [Backups, Files, Contacts, Groups, Organizations, Batches, Workspace, Members], needs Own,
        |ws, input, job| privacy::erase(ws, &input, job);
    /// Every erasure with its certificate, and the orders that it left.
    Erasures = "erasures": Nothing => privacy::Erasures, stale [], needs Work,
        |ws, _input, _job| privacy::erasures(ws);
    /// Does what erasures could not finish in the workspace's own files.
    ErasuresFinish = "erasures_finish": Nothing => privacy::Erasures, stale [Workspace], needs Own,
        |ws, _input, _job| privacy::finish_erasures(ws);
    /// The register of consents over all contacts.
    ConsentsPage = "consents_page": privacy::ConsentsRequest => privacy::Consents, stale [],
        |ws, input, _job| privacy::consents(ws, &input);
    /// Writes the register of consents to a spreadsheet.
    ConsentsSave = "consents_save": privacy::ConsentsSave => privacy::ConsentsSaved, stale [], needs Work,
        |ws, input, job| privacy::save_consents(ws, &input, job);
    /// The files of a contact or an organization.
    FilesList = "files_list": files::FilesRequest => files::Files, stale [],
        |ws, input, _job| files::list(ws, &input);
    /// Attaches copies of files to a contact or an organization.
    FilesAttach = "files_attach": files::FilesAttach => files::FilesAttached, stale [Files, Contacts, Organizations, Batches, Workspace],
        |ws, input, job| files::attach(ws, &input, job);
    /// Takes files off; their contents stay for undo.
    FilesDetach = "files_detach": files::FilesDetach => contacts::BatchDone, stale [Files, Contacts, Organizations, Batches, Workspace],
        |ws, input, _job| files::detach(ws, &input);
    /// Gives a file another name.
    FileRename = "file_rename": files::FileRename => files::FileChanged, stale [Files, Contacts, Organizations, Batches, Workspace],
        |ws, input, _job| files::rename(ws, &input);
    /// Saves a copy of a file.
    FileSave = "file_save": files::FileSave => files::FileSaved, stale [],
        |ws, input, job| files::save(ws, &input, job);
    /// A scaled picture or the beginning of a text.
    FilePreview = "file_preview": contacts::ById => files::FilePreview, stale [],
        |ws, input, _job| files::preview(ws, &input);
    /// Compares contents with what was attached.
    FilesVerify = "files_verify": files::FilesVerify => files::FilesVerified, stale [],
        |ws, input, job| files::verify(ws, &input, job);
    /// Gives a contact a picture, scaled down, or takes it away.
    ContactPhotoSet = "contact_photo_set": contacts::PhotoSet => contacts::ContactChanged, stale [Contacts, Batches, Workspace],
        |ws, input, _job| contacts::set_photo(ws, &input);
    /// A contact's picture.
    PhotoGet = "photo_get": contacts::PhotoRequest => contacts::Photo, stale [],
        |ws, input, _job| contacts::photo(ws, &input.hash);
    /// Looks at a phone, e-mail or website while it is typed.
    PointCheck = "point_check": contacts::PointCheck => contacts::PointChecked, stale [],
        |ws, input, _job| contacts::check_point(ws, &input);
    /// Looks at a postcode while it is typed.
    PostcodeCheck = "postcode_check": contacts::PostcodeCheck => contacts::PostcodeChecked, stale [],
        |ws, input, _job| contacts::check_postcode(ws, &input);
    /// A stretch of the list of organizations, with the count of all that match.
    OrganizationsPage = "organizations_page": organizations::OrganizationsPageRequest => organizations::OrganizationsPage, stale [],
        |ws, input, _job| organizations::page(ws, &input);
    /// Where an organization stands in a list.
    OrganizationPosition = "organization_position": organizations::OrganizationPositionRequest => contacts::Position, stale [],
        |ws, input, _job| organizations::position(ws, &input);
    /// Everything that an organization holds, its contacts apart.
    OrganizationGet = "organization_get": contacts::ById => organizations::Organization, stale [],
        |ws, input, _job| organizations::get(ws, input.id);
    /// The hierarchy that an organization stands in.
    OrganizationTree = "organization_tree": contacts::ById => organizations::OrganizationTree, stale [],
        |ws, input, _job| organizations::tree(ws, input.id);
    /// A stretch of the contacts of an organization.
    OrganizationContacts = "organization_contacts": organizations::OrganizationContactsRequest => organizations::OrganizationContacts, stale [],
        |ws, input, _job| organizations::contacts(ws, &input);
    /// A new account, agency or lead.
    OrganizationCreate = "organization_create": organizations::OrganizationCreate => organizations::OrganizationChanged, stale [Organizations, Batches, Workspace],
        |ws, input, _job| organizations::create(ws, &input);
    /// Changes to one organization, undone together.
    OrganizationEdit = "organization_edit": organizations::OrganizationEdit => organizations::OrganizationChanged, stale [Contacts, Organizations, Batches, Workspace],
        |ws, input, _job| organizations::edit(ws, &input);
    /// What was done to an organization, the latest first.
    OrganizationHistory = "organization_history": contacts::ById => history::History, stale [],
        |ws, input, _job| history::of_organization(ws, input.id);
    /// Makes the value before a change of the history the organization's value again.
    OrganizationRestoreValue = "organization_restore_value": history::RestoreValue => organizations::OrganizationChanged, stale [Contacts, Organizations, Files, Batches, Workspace],
        |ws, input, _job| history::restore_on_organization(ws, &input);
    /// Makes an account of a lead.
    OrganizationConvert = "organization_convert": contacts::ById => organizations::OrganizationChanged, stale [Contacts, Organizations, Batches, Workspace],
        |ws, input, _job| organizations::convert(ws, input.id);
    /// Puts organizations into the trash.
    OrganizationsDelete = "organizations_delete": organizations::ByOrganizationSelection => organizations::OrganizationsMoved, stale [Contacts, Organizations, Batches, Workspace],
        |ws, input, _job| organizations::delete(ws, &input.selection);
    /// Brings organizations back from the trash.
    OrganizationsRestore = "organizations_restore": organizations::ByOrganizationSelection => organizations::OrganizationsMoved, stale [Contacts, Organizations, Batches, Workspace],
        |ws, input, _job| organizations::restore(ws, &input.selection);
    /// Gives fields of many organizations a value, as one batch.
    OrganizationsChange = "organizations_change": bulk::OrganizationsChange => contacts::BatchDone, stale [Organizations, Contacts, Batches, Workspace],
        |ws, input, job| bulk::change_organizations(ws, &input, job);
    /// Writes organizations to a file.
    OrganizationsExport = "organizations_export": export::OrganizationsExport => export::OrganizationsExported, stale [], needs Work,
        |ws, input, job| export::run_organizations(ws, &input, job);
    /// Ties contacts to an organization.
    OrganizationContactsAdd = "organization_contacts_add": organizations::OrganizationContactsAdd => contacts::BatchDone, stale [Contacts, Organizations, Batches, Workspace],
        |ws, input, _job| organizations::add_contacts(ws, &input);
    /// A new contact of an organization.
    OrganizationContactCreate = "organization_contact_create": organizations::OrganizationContactCreate => contacts::ContactChanged, stale [Contacts, Groups, Organizations, Batches, Workspace],
        |ws, input, _job| organizations::create_contact(ws, &input);

    /// The tags by name.
    TagsList = "tags_list": Nothing => tags::Tags, stale [],
        |ws, _input, _job| tags::list(ws);
    /// The groups with their counts.
    GroupsList = "groups_list": Nothing => groups::Groups, stale [],
        |ws, _input, _job| groups::list(ws);
    /// One group with its counts.
    GroupGet = "group_get": contacts::ById => groups::Group, stale [],
        |ws, input, _job| groups::get(ws, input.id);
    /// A new group, static or dynamic.
    GroupCreate = "group_create": groups::GroupCreate => groups::GroupChanged, stale [Contacts, Groups, Batches, Workspace],
        |ws, input, _job| groups::create(ws, &input);
    /// Changes a group's name, category, type, filter, description.
    GroupEdit = "group_edit": groups::GroupEdit => groups::GroupChanged, stale [Contacts, Groups, Views, Batches, Workspace],
        |ws, input, _job| groups::edit(ws, &input);
    /// Deletes groups; their contacts stay.
    GroupsDelete = "groups_delete": groups::GroupIds => contacts::BatchDone, stale [Contacts, Groups, Views, Batches, Workspace],
        |ws, input, _job| groups::delete(ws, &input);
    /// Puts contacts into a group.
    GroupAssign = "group_assign": groups::GroupAssign => groups::GroupAssigned, stale [Contacts, Groups, Batches, Workspace],
        |ws, input, _job| groups::assign(ws, &input);
    /// Takes contacts out of a group.
    GroupUnassign = "group_unassign": groups::GroupAssign => groups::GroupAssigned, stale [Contacts, Groups, Batches, Workspace],
        |ws, input, _job| groups::unassign(ws, &input);
    /// Always includes contacts in a dynamic group, always excludes them, or lets its filter decide.
    GroupPin = "group_pin": groups::GroupPin => groups::GroupAssigned, stale [Contacts, Groups, Batches, Workspace],
        |ws, input, _job| groups::pin(ws, &input);
    /// The contacts that are pinned to a dynamic group.
    GroupPins = "group_pins": groups::GroupPinsRequest => groups::GroupPins, stale [],
        |ws, input, _job| groups::pins(ws, &input);
    /// Moves the contacts of other groups into one.
    GroupsMerge = "groups_merge": groups::GroupsMerge => groups::GroupChanged, stale [Contacts, Groups, Views, Batches, Workspace],
        |ws, input, _job| groups::merge(ws, &input);
    /// A new group made of others.
    GroupsCombine = "groups_combine": groups::GroupsCombine => groups::GroupChanged, stale [Contacts, Groups, Batches, Workspace],
        |ws, input, _job| groups::combine(ws, &input);
    /// A group like another.
    GroupDuplicate = "group_duplicate": groups::GroupDuplicate => groups::GroupChanged, stale [Contacts, Groups, Batches, Workspace],
        |ws, input, _job| groups::duplicate(ws, &input);
    /// Why a contact is in a group, or out of it.
    GroupWhy = "group_why": groups::GroupWhyRequest => groups::GroupWhy, stale [],
        |ws, input, _job| groups::why(ws, &input);
    /// The groups that a contact is in, and those that it is pinned out of.
    ContactGroups = "contact_groups": contacts::ById => groups::Memberships, stale [],
        |ws, input, _job| groups::memberships(ws, input.id);
    /// The categories of groups.
    GroupCategories = "group_categories": Nothing => groups::GroupCategories, stale [],
        |ws, _input, _job| groups::categories(ws);
    /// A new category of groups.
    GroupCategoryAdd = "group_category_add": groups::GroupCategoryAdd => contacts::BatchDone, stale [Groups, Batches, Workspace],
        |ws, input, _job| groups::add_category(ws, &input);
    /// Puts the categories of groups in an order.
    GroupCategoriesArrange = "group_categories_arrange": groups::GroupCategoriesArrange => contacts::BatchDone, stale [Groups, Batches, Workspace],
        |ws, input, _job| groups::arrange_categories(ws, &input);
    /// Gives a category another name.
    GroupCategoryRename = "group_category_rename": groups::GroupCategoryRename => contacts::BatchDone, stale [Groups, Batches, Workspace],
        |ws, input, _job| groups::rename_category(ws, &input);
    /// Deletes a category; its groups stay.
    GroupCategoryDelete = "group_category_delete": contacts::ById => contacts::BatchDone, stale [Groups, Batches, Workspace],
        |ws, input, _job| groups::delete_category(ws, &input);
    /// The fields of contacts: the default ones and the custom ones in use.
    FieldsList = "fields_list": Nothing => fields::Fields, stale [],
        |ws, _input, _job| fields::list(ws);
    /// Every field of every subject, retired ones too.
    FieldsManage = "fields_manage": Nothing => fields::Fields, stale [],
        |ws, _input, _job| fields::manage(ws);
    /// How many contacts or organizations hold something in each field.
    FieldUses = "field_uses": Nothing => fields::FieldUses, stale [],
        |ws, _input, _job| fields::uses(ws);
    /// Makes a custom field.
    FieldAdd = "field_add": fields::FieldAdd => fields::FieldChanged, stale [Fields, Batches, Workspace],
        |ws, input, _job| fields::add(ws, &input);
    /// What a change of a custom field would do to its values; writes nothing.
    FieldEditPreview = "field_edit_preview": fields::FieldEdit => fields::FieldPreview, stale [],
        |ws, input, job| fields::preview(ws, &input, job);
    /// Changes a custom field, and its values where its type or options change.
    FieldEdit = "field_edit": fields::FieldEdit => fields::FieldChanged, stale [Fields, Contacts, Batches, Workspace],
        |ws, input, job| fields::edit(ws, &input, job);
    /// The values of a custom field that don't fit it.
    FieldMisfits = "field_misfits": fields::FieldByCode => fields::Misfits, stale [],
        |ws, input, _job| fields::misfits(ws, &input);
    /// Puts the custom fields of a subject in an order.
    FieldsArrange = "fields_arrange": fields::FieldsArrange => fields::FieldsArranged, stale [Fields, Batches, Workspace],
        |ws, input, _job| fields::arrange(ws, &input);
    /// Takes a custom field out of use, or brings it back.
    FieldRetire = "field_retire": fields::FieldRetire => fields::FieldChanged, stale [Fields, Contacts, Batches, Workspace],
        |ws, input, _job| fields::retire(ws, &input);
    /// Removes a custom field with its values.
    FieldRemove = "field_remove": fields::FieldByCode => fields::FieldRemoved, stale [Fields, Contacts, Batches, Workspace],
        |ws, input, job| fields::remove(ws, &input, job);

    /// A stretch of the list of opt-outs, with the count of all that match.
    OptOutsPage = "opt_outs_page": opt_outs::OptOutsPageRequest => opt_outs::OptOutsPage, stale [],
        |ws, input, _job| opt_outs::page(ws, &input);
    /// The state of a phone or e-mail and everything that was decided about it.
    OptOutHistory = "opt_out_history": opt_outs::OptOutHistoryRequest => opt_outs::Subscription, stale [],
        |ws, input, _job| opt_outs::history(ws, &input);
    /// The phones and e-mails of a contact with their states and histories.
    ContactSubscriptions = "contact_subscriptions": contacts::ById => opt_outs::ContactSubscriptions, stale [],
        |ws, input, _job| opt_outs::of_contact(ws, input.id);
    /// Opts phones and e-mails out, for every contact that holds them.
    OptOutAdd = "opt_out_add": opt_outs::OptOutAdd => opt_outs::OptOutsDone, stale [Contacts, Groups, Batches, Workspace],
        |ws, input, _job| opt_outs::add(ws, &input);
    /// Gives an opt-out that stands another initiative, reason and note.
    OptOutEdit = "opt_out_edit": opt_outs::OptOutEdit => opt_outs::OptOutsDone, stale [Contacts, Batches, Workspace],
        |ws, input, _job| opt_outs::edit(ws, &input);
    /// Reinstates an opted-out value, on a ground.
    OptOutRemove = "opt_out_remove": opt_outs::OptOutRemove => opt_outs::OptOutsDone, stale [Contacts, Groups, Batches, Workspace],
        |ws, input, _job| opt_outs::remove(ws, &input);
    /// What a list of phones and e-mails would opt out; writes nothing.
    OptOutsRehearse = "opt_outs_rehearse": opt_outs::OptOutsImport => opt_outs::OptOutsReport, stale [],
        |ws, input, job| opt_outs::rehearse(ws, input, job);
    /// Opts out the phones and e-mails of a list, as one batch.
    OptOutsImport = "opt_outs_import": opt_outs::OptOutsImport => opt_outs::OptOutsReport, stale [Contacts, Groups, Batches, Workspace],
        |ws, input, job| opt_outs::run(ws, input, job);
    /// Opts out the phones or e-mails of chosen contacts.
    OptOutsSelect = "opt_outs_select": opt_outs::OptOutSelection => opt_outs::OptOutsDone, stale [Contacts, Groups, Batches, Workspace],
        |ws, input, job| opt_outs::opt_out_selection(ws, &input, job);

    /// The types of membership with their tiers and prices.
    MembershipTypes = "membership_types": Nothing => membership_types::MembershipTypes, stale [],
        |ws, _input, _job| membership_types::list(ws);
    /// A new type of membership.
    MembershipTypeCreate = "membership_type_create": membership_types::MembershipTypeCreate => membership_types::MembershipTypeChanged, stale [Members, Batches, Workspace],
        |ws, input, _job| membership_types::create(ws, &input);
    /// Changes a type of membership; terms and orders that are there stay as they were agreed.
    MembershipTypeEdit = "membership_type_edit": membership_types::MembershipTypeEdit => membership_types::MembershipTypeChanged, stale [Members, Batches, Workspace],
        |ws, input, _job| membership_types::edit(ws, &input);
    /// Counts down the memberships of a type by an issue that was mailed.
    IssueMailed = "issue_mailed": membership_types::IssueMailed => membership_types::MembershipTypeChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| membership_types::mail(ws, &input);

    /// A stretch of the list of members, with the counts of all.
    MembersPage = "members_page": members::MembersPageRequest => members::MembersPage, stale [],
        |ws, input, _job| members::page(ws, &input);
    /// A contact as a member, if it is one.
    MemberFind = "member_find": contacts::ById => members::MemberFound, stale [],
        |ws, input, _job| members::find(ws, input.id);
    /// Makes a contact a member.
    MemberConvert = "member_convert": members::MemberConvert => members::MemberChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| members::convert(ws, &input);
    /// A new contact who is a member.
    MemberCreate = "member_create": members::MemberCreate => members::MemberChanged, stale [Members, Contacts, Groups, Organizations, Batches, Workspace],
        |ws, input, _job| members::create(ws, &input);
    /// Turns a member back into a contact; memberships, orders and payments stay with them.
    MemberRevert = "member_revert": contacts::ById => members::MemberReverted, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| members::revert(ws, &input);
    /// A new membership with its first term and its order.
    MemberEnroll = "member_enroll": memberships::MemberEnroll => members::MemberChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| memberships::enroll(ws, &input);
    /// One more term of a membership, with its order.
    MemberRenew = "member_renew": memberships::MemberRenew => members::MemberChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| memberships::renew(ws, &input);
    /// The bundles that a contact pays for or is part of.
    BundlesOf = "bundles_of": contacts::ById => bundles::Bundles, stale [],
        |ws, input, _job| bundles::of_contact(ws, input.id);
    /// Takes members into the bundle of a payer; the first make it.
    BundleAdd = "bundle_add": bundles::BundleAdd => bundles::BundleChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| bundles::add(ws, &input);
    /// A member leaves a bundle and pays for themselves from then on.
    BundleLeave = "bundle_leave": bundles::BundleLeave => bundles::BundleChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| bundles::leave(ws, &input);
    /// Somebody else pays for a bundle from now on.
    BundlePayer = "bundle_payer": bundles::BundlePayer => bundles::BundleChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| bundles::change_payer(ws, &input);
    /// One more shared term for all of a bundle, on one order.
    BundleRenew = "bundle_renew": bundles::BundleRenew => bundles::BundleChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| bundles::renew(ws, &input);
    /// Cancels a membership from a day on.
    MemberCancel = "member_cancel": memberships::MemberAct => members::MemberChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| memberships::cancel(ws, &input);
    /// Suspends a membership from a day on.
    MemberSuspend = "member_suspend": memberships::MemberAct => members::MemberChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| memberships::suspend(ws, &input);
    /// Lets a suspended membership go on from a day on.
    MemberResume = "member_resume": memberships::MemberAct => members::MemberChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| memberships::resume(ws, &input);
    /// Money that came in.
    MemberPay = "member_pay": orders::PaymentInput => orders::StatementChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| orders::pay(ws, &input);
    /// Money that goes back.
    MemberRefund = "member_refund": orders::PaymentInput => orders::StatementChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| orders::refund(ws, &input);
    /// Takes out a payment that was entered by mistake.
    PaymentRemove = "payment_remove": contacts::ById => orders::StatementChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| orders::remove_payment(ws, &input);
    /// What a contact owes and has paid.
    ContactStatement = "contact_statement": contacts::ById => orders::Statement, stale [],
        |ws, input, _job| orders::statement(ws, input.id);
    /// The orders of all contacts, the latest first.
    OrdersPage = "orders_page": orders::OrdersRequest => orders::Orders, stale [],
        |ws, input, _job| orders::list(ws, &input);
    /// An order made by hand.
    OrderCreate = "order_create": orders::OrderCreate => orders::StatementChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| orders::create(ws, &input);
    /// Gives a discount on an order, as a line of it.
    OrderDiscount = "order_discount": discounts::OrderDiscount => orders::StatementChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| discounts::discount(ws, &input);
    /// The codes that give discounts, with how often each was used.
    PromoCodes = "promo_codes": Nothing => discounts::PromoCodes, stale [],
        |ws, _input, _job| discounts::list(ws);
    /// A new code.
    PromoCodeAdd = "promo_code_add": discounts::PromoCodeAdd => discounts::PromoCodeChanged, stale [Members, Batches, Workspace],
        |ws, input, _job| discounts::add(ws, &input);
    /// Changes when and how often a code is taken; orders that have it keep it.
    PromoCodeEdit = "promo_code_edit": discounts::PromoCodeEdit => discounts::PromoCodeChanged, stale [Members, Batches, Workspace],
        |ws, input, _job| discounts::edit(ws, &input);
    /// Writes an order's invoice as PDF, issued with the next number where there is none.
    InvoiceSave = "invoice_save": documents::InvoiceSave => documents::DocumentSaved, stale [Members, Batches],
        |ws, input, _job| documents::invoice(ws, &input);
    /// Writes a payment's receipt as PDF, issued with the next number where there is none.
    ReceiptSave = "receipt_save": documents::ReceiptSave => documents::DocumentSaved, stale [Members, Batches],
        |ws, input, _job| documents::receipt(ws, &input);
    /// The invoices, receipts and what takes them back, the latest first.
    DocumentsPage = "documents_page": documents::DocumentsRequest => documents::Documents, stale [],
        |ws, input, _job| documents::list(ws, &input);
    /// Writes a document that was issued as PDF once more, as it was.
    DocumentSave = "document_save": documents::DocumentSave => documents::DocumentSaved, stale [],
        |ws, input, _job| documents::save_again(ws, &input);
    /// What stands at the head and the foot of the office's papers.
    LetterheadGet = "letterhead": Nothing => documents::Letterhead, stale [],
        |ws, _input, _job| documents::letterhead(ws);
    /// Changes the letterhead; documents that are issued keep theirs.
    LetterheadSet = "letterhead_set": documents::Letterhead => documents::Letterhead, stale [Workspace], needs Own,
        |ws, input, _job| documents::set_letterhead(ws, &input);
    /// Cancels an order: it stays, and owes nothing.
    OrderCancel = "order_cancel": contacts::ById => orders::StatementChanged, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| orders::cancel(ws, &input);
    /// The credits of a bank's statement, each with the open orders that it may be for; writes nothing.
    BankLook = "bank_look": bank::BankLook => bank::BankStatement, stale [],
        |ws, input, _job| bank::look(ws, &input);
    /// Books chosen credits of a bank's statement as payments, as one batch.
    BankBook = "bank_book": bank::BankBook => bank::BankBooked, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, _job| bank::book(ws, &input);
    /// The orders that are due for their next level of dunning; writes nothing.
    DunningLook = "dunning_look": dunning::DunningLook => dunning::Dunning, stale [],
        |ws, input, _job| dunning::look(ws, &input);
    /// Writes a letter for each who owes, and records the level of each order, as one batch.
    DunningRun = "dunning_run": dunning::DunningRun => dunning::DunningDone, stale [Members, Contacts, Batches, Workspace],
        |ws, input, _job| dunning::run(ws, &input);
    /// The levels of dunning.
    DunningLevels = "dunning_levels": Nothing => dunning::DunningLevels, stale [],
        |ws, _input, _job| dunning::levels(ws);
    /// Changes the levels of dunning; what was recorded stays.
    DunningLevelsSet = "dunning_levels_set": dunning::DunningLevels => dunning::DunningLevels, stale [Workspace], needs Own,
        |ws, input, _job| dunning::set_levels(ws, &input);
    /// Who would be renewed, with each one's new term and price; writes nothing.
    RenewalsPreview = "renewals_preview": renewals::RenewalsRequest => renewals::Renewals, stale [],
        |ws, input, _job| renewals::preview(ws, &input);
    /// Renews all that are due, as one batch with their orders.
    RenewalsApply = "renewals_apply": renewals::RenewalsRequest => renewals::Renewals, stale [Members, Contacts, Groups, Batches, Workspace],
        |ws, input, job| renewals::apply(ws, &input, job);

    /// What the Source and Fields stages show; writes nothing.
    ImportPreview = "import_preview": import::PreviewRequest => import::Preview, stale [],
        |ws, input, job| import::preview(ws, input, job);
    /// Mappings of columns that somebody named.
    Mappings = "mappings": Nothing => import::NamedMappings, stale [],
        |ws, _input, _job| import::mappings(ws);
    /// Keeps what a request decides of the columns under a name.
    MappingSave = "mapping_save": import::MappingSave => KeptChanged, stale [Views, Batches, Workspace],
        |ws, input, _job| import::save_mapping(ws, input);
    /// Gives a named mapping another name.
    MappingRename = "mapping_rename": KeptRename => KeptChanged, stale [Views, Batches, Workspace],
        |ws, input, _job| import::rename_mapping(ws, &input);
    /// Deletes a named mapping.
    MappingDelete = "mapping_delete": KeptByName => KeptChanged, stale [Views, Batches, Workspace],
        |ws, input, _job| import::delete_mapping(ws, &input);
    /// What the values of the columns are read as: parts of names, joined columns, values of lists.
    ImportValues = "import_values": import::ImportRequest => import::ImportValues, stale [],
        |ws, input, job| import::values(ws, input, job);
    /// What an import would do; writes nothing.
    ImportRehearse = "import_rehearse": import::ImportRequest => import::ImportReport, stale [],
        |ws, input, job| import::rehearse(ws, input, job);
    /// Imports, in one transaction.
    ImportRun = "import_run": import::ImportRequest => import::ImportReport, stale [Members, Contacts, Groups, Organizations, Fields, Batches, Workspace],
        |ws, input, job| import::run(ws, input, job);
    /// Saves an example file to fill in, xlsx or csv by its name's ending.
    ImportExample = "import_example": import::ExampleRequest => import::ExampleSaved, stale [],
        |_ws, input, _job| import::save_example(&input);
    /// The rejected rows of an import, at most 500.
    ImportRejects = "import_rejects": journal::UndoRequest => import::Rejects, stale [],
        |ws, input, _job| import::rejects(ws, input.batch);
    /// New contacts of an import that look like ones that were there, at most 500 pairs.
    ImportSimilar = "import_similar": journal::UndoRequest => import::Similar, stale [],
        |ws, input, _job| import::similar(ws, &input);
    /// Who was in the last file with the same header and is missing in this import's, at most 500.
    ImportMissing = "import_missing": journal::UndoRequest => import::Missing, stale [],
        |ws, input, _job| import::missing(ws, &input);
    /// Saves the rejected rows of an import as a file.
    ImportRejectsSave = "import_rejects_save": import::RejectsRequest => import::RejectsSaved, stale [], needs Work,
        |ws, input, _job| import::save_rejects(ws, &input);
    /// Imports the sample data.
    SampleData = "sample_data": Nothing => import::ImportReport, stale [Members, Contacts, Groups, Organizations, Fields, Batches, Workspace],
        |ws, _input, job| import::sample_data(ws, job);

    /// Writes contacts to a file.
    ExportRun = "export_run": export::ExportRequest => export::ExportReport, stale [], needs Work,
        |ws, input, job| export::run(ws, &input, job);
    /// What can be chosen of the programs that read an export.
    ExportPrograms = "export_programs": Nothing => export::ExportPrograms, stale [],
        |_ws, _input, _job| export::programs();
    /// Exports that somebody named.
    ExportProfiles = "export_profiles": Nothing => export::ExportProfiles, stale [],
        |ws, _input, _job| export::profiles(ws);
    /// Keeps how an export is to be under a name.
    ExportProfileSave = "export_profile_save": export::ExportProfileSave => KeptChanged, stale [Views, Batches, Workspace],
        |ws, input, _job| export::save_profile(ws, &input);
    /// Gives an export profile another name.
    ExportProfileRename = "export_profile_rename": KeptRename => KeptChanged, stale [Views, Batches, Workspace],
        |ws, input, _job| export::rename_profile(ws, &input);
    /// Deletes an export profile.
    ExportProfileDelete = "export_profile_delete": KeptByName => KeptChanged, stale [Views, Batches, Workspace],
        |ws, input, _job| export::delete_profile(ws, &input);

    /// Writes sheets of address labels as PDF.
    LabelsSave = "labels_save": post::LabelsRequest => post::Mailed, stale [], needs Work,
        |ws, input, job| post::labels(ws, &input, job);
    /// Writes the data of a mail merge.
    LettersSave = "letters_save": post::LettersRequest => post::Mailed, stale [], needs Work,
        |ws, input, job| post::letters(ws, &input, job);
    /// The sheets of labels that are sold under a number.
    LabelSheets = "label_sheets": Nothing => post::KnownSheets, stale [],
        |_ws, _input, _job| post::sheets();

    /// Saves the list of those whom the gate leaves out of an export.
    ExportLeftOut = "export_left_out": export::LeftOutRequest => export::LeftOutSaved, stale [], needs Work,
        |ws, input, job| export::save_left_out(ws, &input, job);

    /// What the gate says about a contact: by what it may be reached, and why not.
    ContactReach = "contact_reach": contacts::ById => gate::ContactReach, stale [],
        |ws, input, _job| gate::reach(ws, input.id);
    /// The addresses of contacts for a channel, to copy.
    AddressesCopy = "addresses_copy": gate::AddressesRequest => gate::Addresses, stale [], needs Work,
        |ws, input, job| gate::addresses(ws, &input, job);

    /// What was done.
    Batches = "batches": journal::BatchesRequest => journal::Batches, stale [],
        |ws, input, _job| journal::batches(ws, &input);
    /// Takes a batch back, keeping what was edited since.
    Undo = "undo": journal::UndoRequest => journal::Undone, stale [Files, Members, Contacts, Groups, Organizations, Fields, Batches, Views, Workspace],
        |ws, input, job| journal::undo(ws, &input, job);
    /// Does again what the last undo took back.
    Redo = "redo": Nothing => journal::Undone, stale [Files, Members, Contacts, Groups, Organizations, Fields, Batches, Views, Workspace],
        |ws, _input, job| journal::redo(ws, job);
}

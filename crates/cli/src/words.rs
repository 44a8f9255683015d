//! The core's codes in words.

use roster_core::import::Dialect;

/// Whose export a file is, by the name that `--dialect` takes; a line, or nothing.
pub fn dialect(dialect: Option<&Dialect>) -> String {
    let line = |d: &Dialect| {
        let (known, all) = (d.known, d.columns);
        format!("{}:{}: {known} of {all} columns known\n", d.name, d.locale)
    };
    dialect.map(line).unwrap_or_default()
}

/// What a batch did.
pub fn operation(name: &str) -> String {
    match name {
        "import_run" => "import".into(),
        "sample_data" => "sample data".into(),
        "contact_create" => "new contact".into(),
        "contact_edit" => "edit".into(),
        "contact_restore_value" | "organization_restore_value" => "value restored".into(),
        "contacts_delete" => "delete".into(),
        "contacts_restore" => "restore".into(),
        "opt_out_add" | "opt_outs_select" => "opt-out".into(),
        "opt_out_edit" => "edit of an opt-out".into(),
        "opt_out_remove" => "reinstatement".into(),
        "opt_outs_import" => "import of opt-outs".into(),
        "backup_restore" => "restored from a backup".into(),
        "field_add" => "new field".into(),
        "field_edit" => "change of a field".into(),
        "fields_arrange" => "order of fields".into(),
        "export_profile_save" | "export_profile_rename" | "export_profile_delete" => {
            "export profile".into()
        }
        "mapping_save" | "mapping_rename" | "mapping_delete" => "named mapping".into(),
        "field_retire" => "field retired or brought back".into(),
        "field_remove" => "field removed".into(),
        "files_attach" => "files attached".into(),
        "files_detach" => "files removed".into(),
        "file_rename" => "file renamed".into(),
        "group_create" => "new group".into(),
        "group_edit" => "edit of a group".into(),
        "groups_delete" => "delete groups".into(),
        "group_assign" => "put into a group".into(),
        "group_unassign" => "take out of a group".into(),
        "group_pin" => "pin to a group".into(),
        "groups_merge" => "merge groups".into(),
        "groups_combine" => "combine groups".into(),
        "group_duplicate" => "copy of a group".into(),
        "organization_create" => "new organization".into(),
        "organization_edit" => "edit of an organization".into(),
        "organization_convert" => "lead made an account".into(),
        "organizations_delete" => "delete of organizations".into(),
        "organizations_restore" => "restore of organizations".into(),
        "organization_contacts_add" => "contacts of an organization".into(),
        "organization_contact_create" => "new contact of an organization".into(),
        "membership_type_create" => "new type of membership".into(),
        "membership_type_edit" => "edit of a type of membership".into(),
        "issue_mailed" => "issue mailed".into(),
        "member_convert" => "made a member".into(),
        "member_create" => "new member".into(),
        "member_revert" => "member turned back".into(),
        "member_enroll" => "enrolment".into(),
        "member_renew" => "renewal".into(),
        "member_cancel" => "cancellation".into(),
        "member_suspend" => "suspension".into(),
        "member_resume" => "membership resumed".into(),
        "member_pay" => "payment".into(),
        "member_refund" => "refund".into(),
        "payment_remove" => "payment removed".into(),
        "order_create" => "new order".into(),
        "order_cancel" => "order cancelled".into(),
        "order_discount" => "discount".into(),
        "promo_code_add" | "promo_code_edit" => "discount code".into(),
        "dunning_run" => "dunning".into(),
        "bank_book" => "bank statement".into(),
        "renewals_apply" => "renewal run".into(),
        other => plain(other),
    }
}

/// Why a row was rejected, or a detail was kept as a note.
pub fn reason(code: &str) -> String {
    match code {
        "no_contact_point" => "no valid phone or e-mail".into(),
        "no_match" => "no contact with this e-mail, phone or id".into(),
        "damaged_number" => "damaged number".into(),
        "no_organization" => "no organization".into(),
        "erased" => "erased at their wish".into(),
        "required_field" => "a required field is empty".into(),
        other => plain(other),
    }
}

fn plain(code: &str) -> String {
    code.replace('_', " ")
}

//! The SQL of each node.

use super::super::compile::{Among, Compiler, Reach, select};
use super::super::sql::{Arg, Sql};
use super::{catalog, tree};

/// The condition with its arguments in place of the question marks, for reading.
fn sql(text: &str) -> String {
    told(Compiler::new(&catalog(), Reach::All).filter(&tree(text)))
}

fn told(sql: Sql) -> String {
    let mut args = sql.args.iter();
    let told: String = sql
        .text
        .split_inclusive('?')
        .map(|piece| match piece.strip_suffix('?') {
            Some(before) => match args.next().unwrap() {
                Arg::Text(text) => format!(
                    "{before}«{}»",
                    text.replace(|c| ('\u{FDD0}'..='\u{FDD4}').contains(&c), "~")
                ),
                Arg::Integer(number) => format!("{before}«{number}»"),
                Arg::Real(number) => format!("{before}«{number:?}»"),
            },
            None => piece.to_owned(),
        })
        .collect();
    assert_eq!(args.next(), None, "{}", sql.text);
    told
}

#[test]
fn each_node_and_source() {
    let points = |of: &str, test: &str| {
        format!("c.id IN (SELECT p.contact_id FROM points p WHERE p.kind = '{of}'{test})")
    };
    let out = "EXISTS (SELECT 1 FROM subscriptions s WHERE s.kind = p.kind AND s.normalized = p.normalized AND s.status = 'opted_out')";
    let custom = "c.id IN (SELECT v.contact_id FROM custom_values v WHERE v.field_id = ";
    let board = "c.id IN (SELECT gc.contact_id FROM group_contacts gc WHERE gc.group_id = «1» AND gc.pin = 'member')";
    let pinned = |group: i64| {
        format!(
            "c.id IN (SELECT gc.contact_id FROM group_contacts gc WHERE gc.group_id = «{group}»)"
        )
    };
    let round = pinned(3).replace("«3»)", "«3» AND gc.pin <> 'exclude')");
    let not_round = round.replace("<>", "=");
    let in_groups = format!(
        "SELECT gc.contact_id AS id FROM group_contacts gc WHERE gc.pin <> 'exclude' \
         UNION ALL SELECT c.id FROM contacts c WHERE (c.id IN (SELECT a.contact_id FROM contact_addresses a WHERE a.country = «ES») AND NOT {}) \
         UNION ALL SELECT c.id FROM contacts c WHERE ((((0 OR {round}) AND NOT {not_round}) OR {}) AND NOT {})",
        pinned(2),
        points("fax", ""),
        pinned(3)
    );
    for (text, wanted) in [
        ("", "1".to_owned()),
        ("last_name = Levi", "(c.last_name IS NOT NULL AND c.last_name = «Levi» COLLATE FOLDED)".into()),
        ("last_name != Levi", "NOT (c.last_name IS NOT NULL AND c.last_name = «Levi» COLLATE FOLDED)".into()),
        ("last_name < M", "(c.last_name IS NOT NULL AND c.last_name < «M» COLLATE FOLDED)".into()),
        ("last_name contains Ev", "(c.last_name IS NOT NULL AND c.last_name = «~ev» COLLATE FOLDED)".into()),
        ("last_name starts Le", "(c.last_name IS NOT NULL AND c.last_name = «~le» COLLATE FOLDED)".into()),
        ("last_name in (A, B)", "(c.last_name IS NOT NULL AND c.last_name COLLATE FOLDED IN (SELECT value FROM json_each(«[\"A\",\"B\"]»)))".into()),
        ("last_name between A and B", "(c.last_name IS NOT NULL AND c.last_name COLLATE FOLDED BETWEEN «A» AND «B»)".into()),
        ("has notes", "c.notes IS NOT NULL".into()),
        ("has fax and has website or not has skype", format!("(({} AND {}) OR NOT {})", points("fax", ""), points("website", ""), points("messaging", " AND p.label = 'skype'"))),
        ("id = 7", "(c.id IS NOT NULL AND c.id = «7»)".into()),
        ("batch in (7, 8)", "(c.created_batch IS NOT NULL AND c.created_batch IN («7», «8»))".into()),
        ("created = 2026-11-01", "(c.created_at IS NOT NULL AND c.created_at >= «2026-11-01» AND c.created_at < «2026-11-02»)".into()),
        ("created within 30 days", "(c.created_at IS NOT NULL AND c.created_at >= «2026-10-23» AND c.created_at < «2026-12-23»)".into()),
        ("changed > 1 month ago", "(c.changed_at IS NOT NULL AND c.changed_at >= «2026-10-23» AND c.changed_at < «:»)".into()),
        ("birthday between 1990-01-01 and 1990-12-31", "(c.birthday IS NOT NULL AND c.birthday >= «1990-01-01» AND c.birthday < «1991-01-01»)".into()),
        ("birthday anniversary within 60 days", "(c.birthday IS NOT NULL AND (substr(c.birthday, -5) BETWEEN «11-22» AND «12-31» OR substr(c.birthday, -5) BETWEEN «01-01» AND «01-21»))".into()),
        ("do_not_contact = yes", "c.do_not_contact = 1".into()),
        ("deceased = no", "c.deceased = 0".into()),
        ("archived = yes", "c.archived_at IS NOT NULL".into()),
        ("active = no", format!("NOT c.id IN (SELECT p.contact_id FROM points p WHERE p.kind IN ('phone', 'email') AND p.normalized IS NOT NULL AND NOT {out})")),
        ("lifecycle in (customer, lead/warm)", "(c.lifecycle IS NOT NULL AND (c.lifecycle = «~customer» COLLATE FOLDED OR c.lifecycle = «lead/warm» COLLATE FOLDED))".into()),
        ("email = Noa@X.example", points("email", &format!(" AND (p.match_key = «{}» AND p.normalized = «noa@x.example»)", crate::points::match_key(crate::points::Kind::Email, "noa@x.example")))),
        ("phone_mobile contains 050-12", points("phone", " AND p.label = 'mobile' AND instr(p.normalized, «5012»)")),
        ("phone starts \"+972 5\"", points("phone", " AND substr(p.normalized, 1, «5») = «+9725»")),
        ("phone = none", points("phone", " AND p.value COLLATE FOLDED IN (SELECT value FROM json_each(«[\"none\"]»))")),
        ("status_email in (opted_out, invalid)", points("email", &format!(" AND ({out} OR p.normalized IS NULL)"))),
        ("opted_out >= 2026-01-01", "c.id IN (SELECT p.contact_id FROM points p JOIN subscriptions s ON s.kind = p.kind AND s.normalized = p.normalized WHERE s.status = 'opted_out' AND s.since >= «2026-01-01» AND s.since < «:»)".into()),
        ("country = Israel", "c.id IN (SELECT a.contact_id FROM contact_addresses a WHERE a.country = «IL»)".into()),
        ("country in (IL, ES, Atlantis)", "c.id IN (SELECT a.contact_id FROM contact_addresses a WHERE (a.country IN (SELECT value FROM json_each(«[\"IL\",\"ES\"]»)) OR a.country COLLATE FOLDED IN (SELECT value FROM json_each(«[\"Atlantis\"]»))))".into()),
        ("work_city = Haifa", "c.id IN (SELECT a.contact_id FROM contact_addresses a WHERE a.label = 'work' AND a.city = «Haifa» COLLATE FOLDED)".into()),
        ("has city", "c.id IN (SELECT a.contact_id FROM contact_addresses a WHERE a.city IS NOT NULL)".into()),
        ("has address", "c.id IN (SELECT a.contact_id FROM contact_addresses a)".into()),
        ("organization = \"Acme Ltd.\"", "c.id IN (SELECT f.contact_id FROM affiliations f JOIN organizations o ON o.id = f.organization_id WHERE o.deleted_at IS NULL AND o.folded = «acme ltd»)".into()),
        ("organization_kind != lead", "NOT c.id IN (SELECT f.contact_id FROM affiliations f JOIN organizations o ON o.id = f.organization_id WHERE o.deleted_at IS NULL AND o.kind IN (SELECT value FROM json_each(«[\"lead\"]»)))".into()),
        ("has organization_industry", "c.id IN (SELECT f.contact_id FROM affiliations f JOIN organizations o ON o.id = f.organization_id WHERE o.deleted_at IS NULL AND o.industry IS NOT NULL)".into()),
        ("opt_out_initiative in (ours, bounce)", "c.id IN (SELECT p.contact_id FROM points p JOIN subscriptions s ON s.kind = p.kind AND s.normalized = p.normalized WHERE s.status = 'opted_out' AND s.initiative IN (SELECT value FROM json_each(«[\"ours\",\"bounce\"]»)))".into()),
        ("has opt_out_reason", "c.id IN (SELECT p.contact_id FROM points p JOIN subscriptions s ON s.kind = p.kind AND s.normalized = p.normalized WHERE s.status = 'opted_out' AND s.reason IS NOT NULL)".into()),
        ("consent_withdrawn = Photos", "c.id IN (SELECT k.contact_id FROM consents k WHERE k.state = 'withdrawn' AND k.purpose = «Photos» COLLATE FOLDED)".into()),
        ("count file >= 2", "c.id IN (SELECT fi.contact_id FROM files fi WHERE fi.contact_id IS NOT NULL GROUP BY fi.contact_id HAVING count(*) >= «2»)".into()),
        ("content_topics = Tea", "(c.content_topics IS NOT NULL AND (c.content_topics = «~tea» COLLATE FOLDED))".into()),
        ("job_title contains chief", "((c.job_title IS NOT NULL AND c.job_title = «~chief» COLLATE FOLDED) OR c.id IN (SELECT f.contact_id FROM affiliations f WHERE f.title = «~chief» COLLATE FOLDED))".into()),
        ("tag in (VIP, press)", "c.id IN (SELECT ct.contact_id FROM contact_tags ct JOIN tags t ON t.id = ct.tag_id WHERE t.folded IN (SELECT value FROM json_each(«[\"vip\",\"press\"]»)))".into()),
        ("group = Board", board.into()),
        ("group = Spain", "((c.id IN (SELECT a.contact_id FROM contact_addresses a WHERE a.country = «ES») OR c.id IN (SELECT gc.contact_id FROM group_contacts gc WHERE gc.group_id = «2» AND gc.pin <> 'exclude')) AND NOT c.id IN (SELECT gc.contact_id FROM group_contacts gc WHERE gc.group_id = «2» AND gc.pin = 'exclude'))".into()),
        ("has group", format!("c.id IN ({})", in_groups)),
        ("count group <= 2", format!("c.id NOT IN (SELECT id FROM ({in_groups}) GROUP BY id HAVING NOT count(*) <= «2»)")),
        ("c_text = x", format!("{custom}«1» AND v.value = «x» COLLATE FOLDED)")),
        ("c_number > 1.5", format!("{custom}«2» AND v.misfit IS NULL AND CAST(v.value AS REAL) > «1.5»)")),
        ("c_date within last 1 day", format!("{custom}«3» AND v.value >= «2026-11-21» AND v.value < «2026-11-23»)")),
        ("c_yes_no = no", format!("{custom}«4» AND v.value = 'no')")),
        ("c_many_of = Red", format!("{custom}«5» AND (v.value = «~red» COLLATE FOLDED))")),
        ("has c_text", "c.id IN (SELECT v.contact_id FROM custom_values v WHERE v.field_id = «1»)".into()),
        ("count phone >= 2", "c.id IN (SELECT p.contact_id FROM points p WHERE p.kind = 'phone' GROUP BY p.contact_id HAVING count(*) >= «2»)".into()),
        ("count tag < 2", "c.id NOT IN (SELECT ct.contact_id FROM contact_tags ct JOIN tags t ON t.id = ct.tag_id GROUP BY ct.contact_id HAVING NOT count(*) < «2»)".into()),
        ("matches \"noa 0501\"", "c.id IN (SELECT s.contact_id FROM contact_search s WHERE instr(s.text, « noa») AND instr(s.text, «501»))".into()),
        ("matches \"-\"", "0".into()),
    ] {
        assert_eq!(sql(text), wanted, "{text}");
    }
}

#[test]
fn few_contacts_are_looked_up() {
    let catalog = catalog();
    let few = |text| told(Compiler::new(&catalog, Reach::Few).filter(&tree(text)));
    assert_eq!(
        few("has fax"),
        "c.id IN (SELECT p.contact_id FROM points p WHERE p.contact_id = c.id AND p.kind = 'fax')"
    );
    assert_eq!(
        few("group = Board"),
        "c.id IN (SELECT gc.contact_id FROM group_contacts gc WHERE gc.contact_id = c.id AND gc.group_id = «1» AND gc.pin = 'member')"
    );
}

#[test]
fn a_group_that_uses_itself_ends() {
    assert!(
        sql("group = Round").contains("((0 OR "),
        "{}",
        sql("group = Round")
    );
}

#[test]
fn contacts_in_the_trash_and_archived_ones_are_left_out() {
    let all = |among| {
        let condition = Compiler::new(&catalog(), Reach::All).filter(&tree(""));
        select("count(*)", condition, among).text
    };
    assert_eq!(
        all(Among::Lists),
        "SELECT count(*) FROM contacts c WHERE c.deleted_at IS NULL AND c.archived_at IS NULL AND 1"
    );
    assert_eq!(
        all(Among::Everyone),
        "SELECT count(*) FROM contacts c WHERE 1"
    );
}

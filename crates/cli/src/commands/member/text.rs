//! A member for people: number, memberships, what is owed.

use roster_core::members::Member;

use crate::commands::members::ends;
use crate::table::table;

pub fn member(member: &Member) -> String {
    let head = format!(
        "{} (contact {}), member {} since {}\n",
        member.name, member.contact_id, member.number, member.joined
    );
    let rows = member.memberships.iter().map(|one| {
        [
            one.type_name.clone(),
            one.tier.clone().unwrap_or_default(),
            one.status.name().to_owned(),
            one.start.map(|day| day.to_string()).unwrap_or_default(),
            ends(one),
        ]
    });
    let memberships = match member.memberships.as_slice() {
        [] => "No membership yet; `roster member enroll` adds one.\n".to_owned(),
        _ => table(["Membership", "Tier", "Status", "From", "To"], rows),
    };
    let balances: Vec<String> = member.balances.iter().map(ToString::to_string).collect();
    let owes = match balances.as_slice() {
        [] => String::new(),
        balances => format!("Balance: {}\n", balances.join(", ")),
    };
    format!("{head}{memberships}{owes}")
}

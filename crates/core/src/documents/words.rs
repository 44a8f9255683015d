//! The words on a document, by its language.

use chrono::NaiveDate;

pub(super) struct Words {
    pub language: &'static str,
    pub invoice: &'static str,
    pub receipt: &'static str,
    pub credit_note: &'static str,
    pub voided_receipt: &'static str,
    pub date: &'static str,
    pub member: &'static str,
    pub order: &'static str,
    pub what: &'static str,
    pub amount: &'static str,
    pub total: &'static str,
    pub paid: &'static str,
    pub open: &'static str,
    pub received: &'static str,
    pub returned: &'static str,
    pub takes_back: &'static str,
    methods: [&'static str; 5],
    day: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    invoice: "Invoice",
    receipt: "Receipt",
    credit_note: "Credit note",
    voided_receipt: "Voided receipt",
    date: "Date",
    member: "Member number",
    order: "Order of",
    what: "Description",
    amount: "Amount",
    total: "Total",
    paid: "Paid so far",
    open: "To pay",
    received: "Received with thanks",
    returned: "Paid back",
    takes_back: "Takes back",
    methods: ["cash", "transfer", "card", "direct debit", "other"],
    day: "%-d %B %Y",
};

const HEBREW: Words = Words {
    language: "he",
    invoice: "חשבון",
    receipt: "קבלה",
    credit_note: "הודעת זיכוי",
    voided_receipt: "ביטול קבלה",
    date: "תאריך",
    member: "מספר חבר",
    order: "הזמנה מיום",
    what: "תיאור",
    amount: "סכום",
    total: "סך הכול",
    paid: "שולם עד כה",
    open: "לתשלום",
    received: "התקבל בתודה",
    returned: "הוחזר",
    takes_back: "מבטל את",
    methods: ["מזומן", "העברה", "כרטיס", "הוראת קבע", "אחר"],
    day: "%-d.%-m.%Y",
};

impl Words {
    pub fn of(language: &str) -> &'static Self {
        match language {
            "he" => &HEBREW,
            _ => &ENGLISH,
        }
    }

    pub fn day(&self, day: NaiveDate) -> String {
        day.format(self.day).to_string()
    }

    /// How a payment was made, by its name in the database.
    pub fn method(&self, name: &str) -> &'static str {
        let at = ["cash", "transfer", "card", "debit"]
            .iter()
            .position(|known| *known == name);
        self.methods[at.unwrap_or(4)]
    }
}

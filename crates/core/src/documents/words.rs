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
    /// Title and text of letters about what is overdue: the first, those between, the last.
    pub reminder: (&'static str, &'static str),
    pub demand: (&'static str, &'static str),
    pub last_demand: (&'static str, &'static str),
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
    reminder: (
        "Payment reminder",
        "Perhaps it escaped you: what is listed above is due and not paid yet. Please pay it within ten days.\nIf you have paid meanwhile, please disregard this letter.",
    ),
    demand: (
        "Second reminder",
        "In spite of our reminder we have not received your payment. Please pay what is listed above within ten days.\nIf you have paid meanwhile, please disregard this letter.",
    ),
    last_demand: (
        "Final demand",
        "We have reminded you before, and what is listed above is still open. Please pay it within ten days; otherwise we have to take further steps.\nIf you have paid meanwhile, please disregard this letter.",
    ),
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
    reminder: (
        "תזכורת לתשלום",
        "ייתכן שהדבר נשמט מתשומת לבך: הסכומים הרשומים לעיל הגיעו למועד פירעונם ועדיין לא שולמו. נא לשלם בתוך עשרה ימים.\nאם שילמת בינתיים, אין צורך להתייחס למכתב זה.",
    ),
    demand: (
        "תזכורת שנייה",
        "למרות תזכורתנו טרם התקבל תשלומך. נא לשלם את הרשום לעיל בתוך עשרה ימים.\nאם שילמת בינתיים, אין צורך להתייחס למכתב זה.",
    ),
    last_demand: (
        "דרישה אחרונה",
        "הזכרנו לך בעבר, והסכומים הרשומים לעיל עדיין פתוחים. נא לשלם בתוך עשרה ימים; אחרת ניאלץ לנקוט צעדים נוספים.\nאם שילמת בינתיים, אין צורך להתייחס למכתב זה.",
    ),
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

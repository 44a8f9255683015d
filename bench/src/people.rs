//! Made-up people: names in many scripts with the phones, towns and postcodes of their countries.

use fastrand::Rng;

/// A country with names, towns and the shapes of its phone numbers and postcodes (`#` is a digit).
struct Country {
    name: &'static str,
    first: &'static [&'static str],
    last: &'static [&'static str],
    towns: &'static [&'static str],
    mobile: &'static str,
    office: &'static str,
    postcode: &'static str,
}

const COUNTRIES: &[Country] = &[
    Country {
        name: "United Kingdom",
        first: &[
            "Oliver", "Amelia", "George", "Isla", "Harry", "Ava", "Noah", "Emily", "Jack",
            "Sophie", "Tariq", "Aisha",
        ],
        last: &[
            "Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson", "Johnson", "Davies",
            "Patel", "O'Neil", "Khan",
        ],
        towns: &["London", "Leeds", "Glasgow", "Bristol", "Cardiff", "York"],
        mobile: "+44 7400 ######",
        office: "+44 20 7946 ####",
        postcode: "LS# #AP",
    },
    Country {
        name: "Germany",
        first: &[
            "Jürgen", "Anna", "Lukas", "Lena", "Jörg", "Käthe", "Felix", "Sabine", "Uwe", "Heike",
            "Björn", "Ute",
        ],
        last: &[
            "Müller",
            "Schmidt",
            "Schneider",
            "Fischer",
            "Weber",
            "Groß",
            "Köhler",
            "Schäfer",
            "Jäger",
            "Weiß",
        ],
        towns: &[
            "Berlin",
            "München",
            "Köln",
            "Düsseldorf",
            "Lübeck",
            "Gießen",
        ],
        mobile: "0151 ########",
        office: "030 ########",
        postcode: "1####",
    },
    Country {
        name: "Spain",
        first: &[
            "José", "María", "Íñigo", "Lucía", "Ángel", "Sofía", "Martín", "Paula", "Ramón",
            "Inés", "Álvaro",
        ],
        last: &[
            "García",
            "Núñez",
            "Ibáñez",
            "López",
            "Martínez",
            "Vidal",
            "Peña",
            "Ortiz",
            "Muñoz",
            "Sánchez",
        ],
        towns: &["Madrid", "Sevilla", "Málaga", "Cádiz", "León", "Gijón"],
        mobile: "6## ### ###",
        office: "955 ### ###",
        postcode: "4####",
    },
    Country {
        name: "France",
        first: &[
            "Émile",
            "Chloé",
            "Jérôme",
            "Zoé",
            "François",
            "Léa",
            "Anaïs",
            "Loïc",
            "Noémie",
            "Gaël",
        ],
        last: &[
            "Lefèvre",
            "Dupont",
            "Bénard",
            "Gérard",
            "Lemaître",
            "Moreau",
            "Çelik",
            "Rousseau",
            "Hébert",
        ],
        towns: &["Paris", "Lyon", "Orléans", "Besançon", "Nîmes", "Châlons"],
        mobile: "06 ## ## ## ##",
        office: "01 4# ## ## ##",
        postcode: "7####",
    },
    Country {
        name: "Poland",
        first: &[
            "Łukasz",
            "Małgorzata",
            "Michał",
            "Agnieszka",
            "Paweł",
            "Żaneta",
            "Stanisław",
            "Ewa",
        ],
        last: &[
            "Wójcik",
            "Kowalczyk",
            "Żółć",
            "Dąbrowski",
            "Kamiński",
            "Zieliński",
            "Wiśniewski",
        ],
        towns: &["Łódź", "Kraków", "Gdańsk", "Poznań", "Wrocław"],
        mobile: "+48 601 ### ###",
        office: "+48 22 ### ## ##",
        postcode: "0#-###",
    },
    Country {
        name: "Israel",
        first: &[
            "נועה", "יוסף", "תמר", "אורי", "מאיה", "איתי", "שירה", "דוד", "Noa", "Uri",
        ],
        last: &[
            "לוי",
            "כהן",
            "מזרחי",
            "פרץ",
            "ביטון",
            "אברהם",
            "Levi",
            "Cohen",
        ],
        towns: &["חיפה", "ירושלים", "תל אביב", "אילת", "Haifa"],
        mobile: "050-### ####",
        office: "03-999 ####",
        postcode: "31#####",
    },
    Country {
        name: "Ukraine",
        first: &[
            "Олена",
            "Андрій",
            "Наталія",
            "Іван",
            "Юлія",
            "Тарас",
            "Оксана",
        ],
        last: &["Шевченко", "Бондаренко", "Коваленко", "Мельник", "Ткаченко"],
        towns: &["Київ", "Львів", "Одеса", "Харків"],
        mobile: "+380 50 ### ## ##",
        office: "+380 44 ### ## ##",
        postcode: "0####",
    },
    Country {
        name: "Egypt",
        first: &["محمد", "فاطمة", "أحمد", "سارة", "علي", "ليلى"],
        last: &["علي", "حسن", "السيد", "إبراهيم", "منصور"],
        towns: &["القاهرة", "الإسكندرية", "الجيزة"],
        mobile: "+20 100 ### ####",
        office: "+20 2 2### ####",
        postcode: "1####",
    },
    Country {
        name: "Japan",
        first: &["太郎", "花子", "健", "美咲", "大輔", "陽子"],
        last: &["山田", "佐藤", "鈴木", "高橋", "田中"],
        towns: &["東京", "大阪", "京都", "札幌"],
        mobile: "+81 90 #### ####",
        office: "+81 3 3### ####",
        postcode: "1##-####",
    },
    Country {
        name: "Greece",
        first: &["Γιώργος", "Μαρία", "Κώστας", "Ελένη", "Νίκος"],
        last: &["Παπαδόπουλος", "Νικολάου", "Γεωργίου", "Ιωάννου"],
        towns: &["Αθήνα", "Θεσσαλονίκη", "Πάτρα"],
        mobile: "+30 690 ### ####",
        office: "+30 21 0### ####",
        postcode: "1####",
    },
];

/// Half of the people are from the first four countries.
const WEIGHTS: &[usize] = &[0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 5, 5, 6, 7, 8, 9];

const COMPANY_A: &[&str] = &[
    "Aurora",
    "Panadería",
    "Straßenbau",
    "Northern",
    "Delta",
    "Atlas",
    "Meridian",
    "אקמה",
    "Союз",
    "Blue",
    "Lumière",
];
const COMPANY_B: &[&str] = &[
    "Trading",
    "Sol",
    "GmbH",
    "Partners",
    "School",
    "Clinic",
    "& Sons",
    "Logistics",
    "SA",
    "Ltd",
];
const TITLES: &[&str] = &[
    "CFO",
    "Secretary",
    "Head of Sales",
    "Nurse",
    "Teacher",
    "Engineer",
    "Directora",
    "Geschäftsführer",
    "Treasurer",
];
const STREETS: &[&str] = &[
    "High Street",
    "Hauptstraße",
    "Calle Mayor",
    "Rue de la Paix",
    "Herzl",
    "Długa",
    "Main Road",
];
const GROUPS: &[&str] = &[
    "Choir",
    "Board",
    "Newsletter",
    "Parents",
    "Donors",
    "Suppliers",
    "Press",
    "Alumni",
];

pub const HEADER: [&str; 13] = [
    "First name",
    "Last name",
    "Company",
    "Job title",
    "E-mail",
    "Mobile",
    "Office phone",
    "Street",
    "City",
    "Postcode",
    "Country",
    "Birthday",
    "Groups",
];

/// The cells of person `n`. About one in 200 has no way to be reached, one in 50 a phone that is none.
pub fn person(n: u32, rng: &mut Rng) -> [String; 13] {
    let country = &COUNTRIES[*pick(WEIGHTS, rng)];
    let reached = rng.u32(..200) > 0;
    let company = some(rng, 70, |rng| {
        format!(
            "{} {} {}",
            pick(COMPANY_A, rng),
            pick(COMPANY_B, rng),
            rng.u32(..400)
        )
    });
    let domain = if company.is_empty() {
        "mail.example".to_owned()
    } else {
        format!("c{}.example", rng.u32(..3000))
    };
    [
        (*pick(country.first, rng)).to_owned(),
        (*pick(country.last, rng)).to_owned(),
        company,
        some(rng, 40, |rng| (*pick(TITLES, rng)).to_owned()),
        if reached {
            some(rng, 95, |rng| {
                format!("{}.{n}@{domain}", pick(HANDLES, rng))
            })
        } else {
            String::new()
        },
        if reached {
            mobile(country, rng)
        } else {
            String::new()
        },
        if reached {
            some(rng, 40, |rng| shaped(country.office, rng))
        } else {
            String::new()
        },
        some(rng, 80, |rng| {
            format!("{} {}", pick(STREETS, rng), rng.u32(1..200))
        }),
        (*pick(country.towns, rng)).to_owned(),
        some(rng, 85, |rng| shaped(country.postcode, rng)),
        country.name.to_owned(),
        some(rng, 60, birthday),
        some(rng, 75, groups),
    ]
}

const HANDLES: &[&str] = &[
    "noa", "info", "j.smith", "maria", "office", "lukasz", "anna", "jose", "tariq", "yamada",
    "olena", "giorgos",
];

fn pick<'a, T>(list: &'a [T], rng: &mut Rng) -> &'a T {
    &list[rng.usize(..list.len())]
}

/// In so many of a hundred cases what `make` makes, else nothing.
fn some(rng: &mut Rng, percent: u32, make: impl FnOnce(&mut Rng) -> String) -> String {
    if rng.u32(..100) < percent {
        make(rng)
    } else {
        String::new()
    }
}

fn mobile(country: &Country, rng: &mut Rng) -> String {
    match rng.u32(..100) {
        0..2 => "ask at the desk".into(),
        2..15 => String::new(),
        _ => shaped(country.mobile, rng),
    }
}

fn shaped(shape: &str, rng: &mut Rng) -> String {
    shape
        .chars()
        .map(|c| if c == '#' { rng.digit(10) } else { c })
        .collect()
}

fn birthday(rng: &mut Rng) -> String {
    format!(
        "{}-{:02}-{:02}",
        rng.u32(1940..2010),
        rng.u32(1..13),
        rng.u32(1..29)
    )
}

fn groups(rng: &mut Rng) -> String {
    let one = *pick(GROUPS, rng);
    if rng.u32(..4) > 0 {
        one.to_owned()
    } else {
        format!("{one}, {}", pick(GROUPS, rng))
    }
}

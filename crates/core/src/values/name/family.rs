//! Names written in the signs of East Asia: the family stands first, with or without a blank behind it.

use super::split::Split;
use crate::values::characters::is_east_asian;

/// The usual Chinese family names of one sign, in both scripts; and those of two.
const CHINESE: &str = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂\
    苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文";
const CHINESE_OF_TWO: [&str; 16] = [
    "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "东方", "東方", "皇甫", "夏侯",
    "尉迟", "慕容", "令狐", "公孙",
];
const KOREAN: &str = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모";
const KOREAN_OF_TWO: [&str; 8] = [
    "남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방",
];

pub(super) fn split(name: &str, country: Option<&str>) -> Option<Split> {
    let words: Vec<&str> = name.split_whitespace().collect();
    if !words.iter().all(|word| word.chars().all(is_east_asian)) {
        return None;
    }
    let (last, first) = match words[..] {
        [family, given] => (family, given),
        [whole] => unparted(whole, country)?,
        _ => return None,
    };
    Some(Split {
        first: first.to_owned(),
        last: last.to_owned(),
        ..Split::default()
    })
}

/// Two or three signs whose first is a family name, and names of two signs. In Japan both parts have one to three.
fn unparted<'a>(name: &'a str, country: Option<&str>) -> Option<(&'a str, &'a str)> {
    let is_hangul = name.chars().all(|c| matches!(c, '\u{AC00}'..='\u{D7A3}'));
    let is_han = name.chars().all(|c| matches!(c, '\u{3400}'..='\u{9FFF}'));
    let many = name.chars().count();
    let (of_one, of_two): (&str, &[&str]) = match (is_hangul, is_han) {
        (true, _) => (KOREAN, &KOREAN_OF_TWO),
        (_, true) if country != Some("JP") => (CHINESE, &CHINESE_OF_TWO),
        _ => return None,
    };
    let at = |signs: usize| {
        name.char_indices()
            .nth(signs)
            .map(|(at, _)| name.split_at(at))
    };
    if of_two.iter().any(|family| name.starts_with(family)) && (3..=4).contains(&many) {
        return at(2);
    }
    let begins = name.chars().next().is_some_and(|c| of_one.contains(c));
    (begins && (2..=3).contains(&many)).then(|| at(1)).flatten()
}

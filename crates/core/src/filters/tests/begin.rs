//! A filter begins with the rarest condition that an index answers; these tests fail when it no longer does.

use sqlx::AssertSqlSafe;

use super::super::{Catalog, begin, parse};
use crate::filters::compile::{self, Among};
use crate::testing::{Temp, workspace};

async fn desk() -> Temp {
    let temp = workspace().await;
    temp.import(
        "First name,Company,E-mail,Mobile,Country,Groups,Tags\n\
        Noa,Acme,noa@levi.example,050-123 4567,Israel,Board,vip\n\
        Dan,Acme,dan@katz.example,,Israel,Board,\n\
        Ines,Sol,ines@sol.example,,Spain,Choir,vip\n",
    )
    .await;
    temp
}

/// How SQLite goes about a filter, line by line.
async fn plan(temp: &Temp, filter: &str) -> String {
    let mut conn = temp.ws.read().await.unwrap();
    let catalog = Catalog::load(&temp.ws, &mut conn).await.unwrap();
    let filter = parse(filter, &catalog).unwrap();
    let condition = begin::condition(&catalog, &mut conn, &filter)
        .await
        .unwrap();
    let sql = compile::select("count(*)", condition, Among::Lists);
    let sql = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", sql.text));
    let lines: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(sql).fetch_all(&mut *conn).await.unwrap();
    let lines = lines.into_iter().map(|line| line.3);
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn five_conditions_look_at_nobody_but_those_whom_an_index_finds() {
    let temp = desk().await;
    for (first, index) in [
        ("organization = \"Acme\"", "organizations_folded"),
        ("tag = vip", "contact_tags_tag"),
        ("group = Board", "group_contacts_group"),
        ("email = \"noa@levi.example\"", "points_match"),
        ("phone = \"+972501234567\"", "points_match"),
    ] {
        let others = "has email and not has fax and country = Israel and created < 1 days ago";
        let plan = plan(&temp, &format!("{others} and {first}")).await;
        assert!(
            plan.contains("SEARCH c USING INTEGER PRIMARY KEY"),
            "{plan}"
        );
        assert!(plan.contains(index), "{first}: {plan}");
        assert!(plan.contains("INDEX points_contact"), "{plan}");
        let scans: Vec<&str> = plan
            .lines()
            .filter(|line| line.starts_with("SCAN"))
            .collect();
        assert!(scans.is_empty(), "{first}: {plan}");
    }
}

SELECT kind, label, count(*) FROM points GROUP BY kind, label

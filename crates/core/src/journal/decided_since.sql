SELECT EXISTS (
  SELECT 1
  FROM subscription_changes c
  WHERE c.subscription_id = ?2 AND c.id > (
    SELECT max(j.last_id)
    FROM journal j
    WHERE j.batch_id = ?1 AND j."table" = 'subscription_changes' AND j.operation = 'insert'
  )
)

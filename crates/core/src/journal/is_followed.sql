SELECT EXISTS (SELECT 1 FROM batches WHERE id > ? AND undone_by IS NULL AND reverses IS NULL)

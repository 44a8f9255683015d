-- A note beside the reason of an opt-out, and who decided, which the history keeps.
ALTER TABLE subscriptions ADD COLUMN note TEXT;
ALTER TABLE subscription_changes ADD COLUMN note TEXT;
ALTER TABLE subscription_changes ADD COLUMN by TEXT;

-- Channels that are to go for ever, with what was said in them.
create table channel_deletion (
  channel_id uuid primary key,
  server_id  uuid not null,
  deleted_by uuid not null,
  due_at     timestamptz not null,
  -- How often in a row it failed, and when it is tried again; it does not keep others from their turn.
  failures   integer not null default 0,
  not_before timestamptz not null default '-infinity'
);
create index channel_deletion_by_due on channel_deletion (due_at);
create index channel_deletion_of_server on channel_deletion (server_id);

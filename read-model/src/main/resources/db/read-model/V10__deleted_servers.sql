-- Group directory: servers that their owners deleted, until nothing of them is left. The row of a server moves here, and
-- back when it is restored; so no statement that reads "server" can find one by mistake. A migration that adds to "server"
-- a column that may not be null adds it to "held" here too.
create table deleted_server (
  id         uuid primary key,
  owner_id   uuid not null,
  name       text not null,
  deleted_at timestamptz not null,
  final_at   timestamptz not null,
  -- The row of "server", all of its columns.
  held       jsonb not null,
  -- What is removed now; null while it can be restored.
  step       text,
  done       bigint not null default 0,
  total      bigint not null default 0
);
create index deleted_server_of_owner on deleted_server (owner_id, final_at);
-- To remove them a slice at a time.
create index if not exists invitation_by_server on invitation (server_id);

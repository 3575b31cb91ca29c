-- What the processes of sagas know, so that they go on where they were after a restart. All of it follows from the
-- events: whoever loses this schema, as when a backup is restored, gets it again by reading them from the beginning.
-- Runs with this schema as the current one; nothing is qualified.

-- Servers that are to go for ever.
create table server_deletion (
  server_id  uuid primary key,
  owner_id   uuid not null,
  due_at     timestamptz not null,
  -- Whether it was said that it has started, and what there is was counted.
  started    boolean not null default false,
  -- How often in a row it failed, and when it is tried again; it does not keep others from their turn.
  failures   integer not null default 0,
  not_before timestamptz not null default '-infinity'
);
create index server_deletion_by_due on server_deletion (due_at);

-- What is to be removed of each, in steps. The first that is not finished is the present one.
create table server_deletion_step (
  server_id uuid not null references server_deletion on delete cascade,
  place     integer not null,
  step      text not null,
  total     bigint not null,
  done      bigint not null default 0,
  finished  boolean not null default false,
  primary key (server_id, place)
);

-- Axon's JdbcTokenStore.
create table token_entry (
  processor_name varchar(255) not null,
  segment        integer not null,
  token          bytea,
  token_type     varchar(255),
  time_stamp     varchar(255),
  owner          varchar(255),
  primary key (processor_name, segment)
) with (fillfactor = 50);

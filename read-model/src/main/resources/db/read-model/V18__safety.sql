-- Group directory: the word filter of a server.
create table forbidden_word (
  server_id uuid not null,
  -- As it was typed.
  word      text not null,
  action    text not null check (action in ('block', 'report')),
  primary key (server_id, word)
);

-- Group directory: how long members are limited after they joined; no row for not at all.
create table new_member_limit (
  server_id uuid primary key,
  seconds   bigint not null
);
-- By a moderator, since they joined. Until now nobody was, so nothing needs a replay.
alter table membership add column trusted boolean not null default false;

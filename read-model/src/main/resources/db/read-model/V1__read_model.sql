-- The read model: what projections write and queries read. All of it can be thrown away and built again
-- from the events. There are no foreign keys on purpose: groups of projections follow the stream each at
-- its own pace, so a message may be here before its channel, or after it is gone.
-- Runs with this schema as the current one; nothing is qualified.

-- Group directory ---------------------------------------------------------------------------------------

create table user_profile (
  id           uuid primary key,
  username     text not null,
  display_name text not null
);

create table server (
  id           uuid primary key,
  owner_id     uuid not null,
  name         text not null,
  description  text,
  visibility   text not null check (visibility in ('public', 'private')),
  -- A counter, since counting the members of a large server on each look is dear. It moves in the statement
  -- that adds or removes a membership, and only when that changed a row.
  member_count integer not null default 0,
  created_at   timestamptz not null
);
-- Discovery: the largest first.
create index server_public_by_size on server (member_count desc, id) where visibility = 'public';

create table membership (
  server_id       uuid not null,
  user_id         uuid not null,
  -- Ids of roles, without that of everyone.
  roles           uuid[] not null default '{}',
  timed_out_until timestamptz,
  joined_at       timestamptz not null,
  primary key (server_id, user_id)
);
create index membership_of_user on membership (user_id, joined_at, server_id);

-- The role of everyone bears the id of its server. Permissions are kept by name: their order means nothing.
create table role (
  id          uuid primary key,
  server_id   uuid not null,
  permissions text[] not null
);
create index role_of_server on role (server_id);

create table channel (
  id         uuid primary key,
  server_id  uuid not null,
  name       text not null,
  type       text not null check (type in ('text', 'voice', 'folder')),
  parent_id  uuid,
  topic      text,
  created_at timestamptz not null
);
create index channel_of_server on channel (server_id, id);

-- What a channel takes from and gives to a role or a member. A channel without any row has those of its folder.
create table channel_overwrite (
  channel_id  uuid not null,
  target_kind text not null check (target_kind in ('role', 'member')),
  target_id   uuid not null,
  server_id   uuid not null,
  allow       text[] not null,
  deny        text[] not null,
  primary key (channel_id, target_kind, target_id)
);
create index channel_overwrite_of_server on channel_overwrite (server_id);

-- Group timeline ----------------------------------------------------------------------------------------

-- Ids are UUIDv7, whose order as uuid is that of time: the primary key is the order of a channel's history,
-- a page is a walk along it, and inserts go to the right of each channel.
create table message (
  channel_id uuid not null,
  id         uuid not null,
  server_id  uuid not null,
  author_id  uuid not null,
  content    text not null,
  reply_to   uuid,
  created_at timestamptz not null,
  edited_at  timestamptz,
  primary key (channel_id, id)
);
create unique index message_by_id on message (id);
-- For the one statement that removes all of a server; few distinct values, so the index stays small.
create index message_of_server on message (server_id);

-- Where each group is -----------------------------------------------------------------------------------

-- The place in the event stream up to which a processor has written rows; committed with those rows. Readers
-- answer with it and wait for it. No row: nothing yet.
create table projection_position (
  processor text not null,
  segment   integer not null,
  position  bigint not null,
  primary key (processor, segment)
) with (fillfactor = 50);

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

-- Axon's JdbcSequencedDeadLetterQueue.
create table dead_letter_entry (
  dead_letter_id       varchar(255) primary key,
  processing_group     varchar(255) not null,
  sequence_identifier  varchar(255) not null,
  sequence_index       bigint not null,
  message_type         varchar(255) not null,
  event_identifier     varchar(255) not null,
  time_stamp           varchar(255) not null,
  payload_type         varchar(255) not null,
  payload_revision     varchar(255),
  payload              bytea not null,
  meta_data            bytea,
  token_type           varchar(255),
  token                bytea,
  type                 varchar(255),
  aggregate_identifier varchar(255),
  sequence_number      bigint,
  enqueued_at          varchar(255) not null,
  last_touched         varchar(255),
  processing_started   varchar(255),
  cause_type           varchar(255),
  cause_message        varchar(1023),
  diagnostics          bytea,
  unique (processing_group, sequence_identifier, sequence_index)
);
create index dead_letter_entry_by_group on dead_letter_entry (processing_group);

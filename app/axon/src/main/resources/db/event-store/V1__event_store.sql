-- Every event, for ever. global_index is the position: given by the one writer, dense, in the order of commits.
create table domain_event_entry (
  global_index bigint primary key,
  aggregate_type text not null,
  aggregate_identifier text not null,
  sequence_number bigint not null,
  event_identifier text not null,
  time_stamp timestamptz not null,
  payload_type text not null,
  payload_revision text not null,
  payload jsonb not null,
  meta_data jsonb not null,
  unique (aggregate_identifier, sequence_number)
);

-- Events come in the order of time, near enough: a few pages of index find "last Tuesday".
create index domain_event_entry_time on domain_event_entry using brin (time_stamp);

-- The newest snapshot of an aggregate, where its type has any.
create table snapshot_event_entry (
  aggregate_type text not null,
  aggregate_identifier text primary key,
  sequence_number bigint not null,
  event_identifier text not null,
  time_stamp timestamptz not null,
  payload_type text not null,
  payload_revision text,
  payload jsonb not null,
  meta_data jsonb not null
);

-- What a command with an Idempotency-Key did, written in the transaction of its events.
create table command_receipt (
  actor text not null,
  idempotency_key text not null,
  request_hash text not null,
  result_type text not null,
  result text not null,
  position bigint not null,
  recorded_at timestamptz not null default now(),
  primary key (actor, idempotency_key)
);

create index command_receipt_recorded on command_receipt (recorded_at);

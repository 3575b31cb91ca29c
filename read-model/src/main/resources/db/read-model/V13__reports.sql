-- Group directory: what members report, one row for each message or member that is reported, round after round.
create table report (
  server_id      uuid not null,
  -- Of the message or of the user.
  target_id      uuid not null,
  target_kind    text not null check (target_kind in ('message', 'member')),
  -- Who wrote the message, or who is reported themselves.
  accused_id     uuid not null,
  -- Where the message is or was; null for a member.
  channel_id     uuid,
  open           boolean not null,
  -- Of the last event about it in the stream: the order of the queue.
  position       bigint not null,
  last_at        timestamptz not null,
  -- Reports after this place wait; those up to it have been answered. Before it is how it stood before the last answer.
  closed_through bigint not null default -1,
  closed_before  bigint not null default -1,
  -- How it was answered last; null while that never was, or was taken back.
  outcome        text,
  note           text,
  resolved_by    uuid,
  resolved_at    timestamptz,
  primary key (server_id, target_id)
);
create index report_queue on report (server_id, open, position desc);

-- What each reporter said last.
create table report_filing (
  server_id   uuid not null,
  target_id   uuid not null,
  -- The id of the server stands for its word filter.
  reporter_id uuid not null,
  category    text not null,
  text        text,
  filed_at    timestamptz not null,
  position    bigint not null,
  primary key (server_id, target_id, reporter_id)
);

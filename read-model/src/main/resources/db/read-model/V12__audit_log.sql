-- Group audit: the administrative acts of each server. The group is new, so it fills itself from the first event on.
create table audit_entry (
  server_id    uuid not null,
  -- The place of the event in the stream; the order of the log.
  position     bigint not null,
  at           timestamptz not null,
  actor_id     uuid not null,
  -- The stored name of the event.
  action       text not null,
  target_kind  text not null,
  -- Of an invitation its code. Names of people stand nowhere here: they are looked up when somebody asks.
  target_id    text not null,
  target_name  text,
  -- What else it was about: the role that a member was given, the role that a channel lets in.
  related_kind text,
  related_id   text,
  related_name text,
  -- Whose state changed, as audit_subject names it; mostly the target.
  subject_kind text not null,
  subject_id   text not null,
  -- Only who sees this channel is told what the act was about.
  channel_id   uuid,
  -- What of the target changed; null where there was nothing, or is nothing any more.
  before       jsonb,
  after        jsonb,
  reason       text,
  -- The act that this one undoes, and the one that undid this.
  undoes       bigint,
  undone_by    bigint,
  primary key (server_id, position)
);
create index audit_entry_by_actor on audit_entry (server_id, actor_id, position);
create index audit_entry_by_action on audit_entry (server_id, action, position);
create index audit_entry_by_target on audit_entry (server_id, target_id, position);
create index audit_entry_by_related on audit_entry (server_id, related_id, position) where related_id is not null;

-- How everything stands that administrative acts change, so that the log can say how it stood before: events mostly
-- tell the new value alone. What is gone keeps its last state.
create table audit_subject (
  server_id uuid not null,
  kind      text not null,
  id        text not null,
  -- Of an overwrite its channel.
  holder    text,
  state     jsonb not null,
  gone      boolean not null,
  -- Of the event that changed it last.
  position  bigint not null,
  primary key (server_id, kind, id)
);
create index audit_subject_of_holder on audit_subject (server_id, kind, holder) where holder is not null;

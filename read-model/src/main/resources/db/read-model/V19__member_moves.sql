-- Group audit: when people came into a server by their own wish and when they left it, for their history. Who was put out
-- or brought back stands in the audit log. It fills from now on; a rebuild of the group tells of the time before.
create table member_move (
  server_id  uuid not null,
  user_id    uuid not null,
  -- The place of the event in the stream.
  position   bigint not null,
  at         timestamptz not null,
  kind       text not null check (kind in ('joined', 'left')),
  -- Whose link they came by; null when they came by none.
  invited_by uuid,
  primary key (server_id, user_id, position)
);

-- Group directory: who may not come into a server. The rows go with the server.
create table ban (
  server_id uuid not null,
  user_id   uuid not null,
  -- Null when none was given.
  reason    text,
  banned_by uuid not null,
  banned_at timestamptz not null,
  primary key (server_id, user_id)
);

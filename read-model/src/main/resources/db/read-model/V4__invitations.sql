-- Group directory: links into a server. A row stays when its invitation has ended, so that whoever has the link is
-- told why it leads nowhere; and when the server is gone, which is seen by its row being gone.
create table invitation (
  code       text primary key,
  server_id  uuid not null,
  inviter_id uuid not null,
  -- Null for as many as come.
  max_uses   integer,
  -- Null for never.
  expires_at timestamptz,
  uses       integer not null default 0,
  revoked    boolean not null default false,
  created_at timestamptz not null
);
-- The list of a server shows what is in force; of that a server has a limited number.
create index invitation_of_server on invitation (server_id, created_at desc)
  where not revoked and (max_uses is null or uses < max_uses);

-- Who is at which gateway node. Nothing of it outlives a crash of the server, nor need it: unlogged.
create unlogged table node (
  node    uuid primary key,
  seen_at timestamptz not null
);

-- The newest word of a node about someone. The versions of a node rise, in the order of its transactions.
create unlogged table guest (
  node       uuid not null,
  user_id    uuid not null,
  here       boolean not null,
  idle       boolean not null,
  chosen     text not null,
  servers    uuid[] not null,
  version    bigint not null,
  told_at    timestamptz not null,
  primary key (node, user_id)
);
create index guest_version on guest (node, version);

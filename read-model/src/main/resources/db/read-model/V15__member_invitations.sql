-- Group directory: who is asked into which server and has not answered. A row goes with the answer, and when the one who
-- was asked comes, goes or is put out in another way. Nobody was asked before the first event that tells of it, so nothing
-- needs a replay.
create table member_invitation (
  server_id  uuid not null,
  user_id    uuid not null,
  inviter_id uuid not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (server_id, user_id)
);
create index member_invitation_of_user on member_invitation (user_id, created_at desc);
-- To find who bears a name. Names are unique by identity, which keeps them without case.
create index user_profile_by_username on user_profile (lower(username));

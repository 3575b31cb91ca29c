-- Pictures of servers and of people, by the ids under which the object store has them; none until the first event that
-- tells of one, so nothing needs a replay.
alter table server
  add column picture_id text,
  add column banner_id  text;
alter table user_profile add column picture_id text;

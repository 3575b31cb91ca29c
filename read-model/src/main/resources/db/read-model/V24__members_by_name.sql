-- Members are looked for by the beginning of a name, whatever its accents and capital letters. Names are kept folded
-- beside what they are; the database does it, so that nobody can forget it and nothing needs a replay.
create function folded_name(value text) returns text
  language sql immutable strict parallel safe
  as $$ select lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]', '', 'g')) $$;

alter table user_profile
  add column username_key text collate "C" generated always as (folded_name(username)) stored,
  add column name_key     text collate "C" generated always as (folded_name(display_name)) stored,
  -- All but the first word; none of a name that is one.
  add column surname_key  text collate "C"
    generated always as (folded_name(substring(display_name from '\s+(.*)$'))) stored;

create index user_profile_by_username_key on user_profile (username_key);
create index user_profile_by_name_key on user_profile (name_key);
create index user_profile_by_surname_key on user_profile (surname_key);

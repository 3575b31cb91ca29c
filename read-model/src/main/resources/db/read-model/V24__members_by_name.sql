-- Members are looked for by the beginning of a name, whatever its accents and capital letters. Names are kept folded
-- beside what they are; the database does it, so that nobody can forget it and nothing needs a replay. Not by a function of
-- ours: a rebuilt table moves to this schema, and what it stands on would go with the one in which it was built.
alter table user_profile
  add column username_key text collate "C"
    generated always as (lower(regexp_replace(normalize(username, NFKD), '[\u0300-\u036f]', '', 'g'))) stored,
  add column name_key text collate "C"
    generated always as (lower(regexp_replace(normalize(display_name, NFKD), '[\u0300-\u036f]', '', 'g'))) stored,
  -- All but the first word; none of a name that is one.
  add column surname_key text collate "C"
    generated always as (
      lower(regexp_replace(normalize(substring(display_name from '\s+(.*)$'), NFKD), '[\u0300-\u036f]', '', 'g'))) stored;

create index user_profile_by_username_key on user_profile (username_key);
create index user_profile_by_name_key on user_profile (name_key);
create index user_profile_by_surname_key on user_profile (surname_key);

-- Where a channel stands; sorts by its bytes, not as words do. One that was never moved has its id without the dashes,
-- as all have had until now, so nothing needs a replay.
alter table channel
  add column place     text collate "C",
  -- Seconds between two messages of one member; 0 for none.
  add column slow_mode integer not null default 0;
update channel set place = replace(id::text, '-', '');
alter table channel alter column place set not null;

-- What a public server is about, for who looks for one.
alter table server add column tags text[] not null default '{}';

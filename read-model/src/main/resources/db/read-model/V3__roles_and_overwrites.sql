-- What people see of a role, and its place. Until now there was only that of everyone, so nothing needs a replay.
alter table role
  add column name     text not null default '@everyone',
  add column colour   text,
  -- The higher the higher; of two that are alike the older one. That of everyone stands beneath all of them.
  add column rank     integer not null default 0;
alter table role alter column name drop default;

-- Whether the overwrites of its folder count. Until now that was so for whoever had none.
alter table channel add column synced boolean not null default false;
update channel c set synced = true
where parent_id is not null and not exists (select from channel_overwrite o where o.channel_id = c.id);

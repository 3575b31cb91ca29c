-- Group audit. The first overwrite of a channel that followed its folder comes with copies of the folder's, which let
-- nobody in or out: they stand for nothing without the ChannelUnsynced behind them. The log does not show them, and they
-- are not undone alone.
alter table audit_entry add column copied boolean not null default false;

-- Those that are there: the events of one commit lie next to each other. What was wished comes last, right before the
-- ChannelUnsynced; where the channel was moved, nothing else was wished and all of them are copies.
update audit_entry e set copied = true
from audit_entry u
where e.action = 'channel.ChannelOverwriteSet' and e.before is null
  and u.server_id = e.server_id and u.action = 'channel.ChannelUnsynced'
  and u.target_id = e.target_id and u.actor_id = e.actor_id and u.position > e.position
  and (
    u.position > e.position + 1
    or exists (
      select from audit_entry m
      where m.server_id = u.server_id and m.position = u.position + 1
        and m.action = 'channel.ChannelMoved' and m.target_id = u.target_id))
  and (
    select count(*) from audit_entry o
    where o.server_id = e.server_id and o.target_id = e.target_id and o.actor_id = e.actor_id
      and o.subject_kind = 'overwrite' and o.position > e.position and o.position < u.position
  ) = u.position - e.position - 1;

-- Of each word of a filter stands what becomes of messages with it, so that a change of some words can be told from the
-- others and set back. Group directory knows the words.
update audit_subject s
set state = coalesce(
  (select jsonb_object_agg('word:' || w.word, w.action) from forbidden_word w where w.server_id = s.server_id), '{}')
where s.kind = 'word-filter';

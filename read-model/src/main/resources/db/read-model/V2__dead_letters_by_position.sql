-- Events that a group of projections cannot handle, and those that wait behind them. Only the place of an event
-- stands here: the event itself is read from the event store again, upcast and as forgotten as it is there.
drop table dead_letter_entry;

create table dead_letter (
  processor     text not null,
  position      bigint not null,
  -- What it is about, from the widest to the narrowest: server/…/channel/…. Later events about the same, about what
  -- holds it or about what it holds wait behind it.
  subject       text not null,
  -- Null for an event that only waits.
  cause_type    text,
  cause_message text,
  tries         integer not null,
  since         timestamptz not null default now(),
  last_tried_at timestamptz,
  primary key (processor, position)
);

-- How far the sweep of pictures is that nobody shows. One row: who holds its lock sweeps. It follows from no event; without it
-- the next sweep begins at the first picture.
create table picture_sweep (
  only_one   boolean primary key default true check (only_one),
  -- The id of the last picture that was looked at; null before the first.
  looked_at  text,
  -- Since it began, or went on after it had removed as many as one may.
  removed    integer not null default 0,
  not_before timestamptz not null default '-infinity'
);
insert into picture_sweep default values;

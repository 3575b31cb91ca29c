-- What people chose to be shown as, when it is not simply how their devices are. Personal state, no event.
create table chosen_status (
  user_id   uuid primary key,
  status    text not null check (status in ('idle', 'dnd', 'invisible')),
  chosen_at timestamptz not null
);

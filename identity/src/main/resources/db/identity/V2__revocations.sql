-- What counts no longer though it has not expired: sessions that ended and access tokens that were revoked, by the id
-- that tokens bear. A row goes when the last token with that id has expired. Gateways hold a copy.
create table revocation (
  id       uuid primary key,
  noted_at timestamptz not null default now(),
  ends_at  timestamptz not null
);
create index revocation_noted on revocation (noted_at);
create index revocation_end on revocation (ends_at);

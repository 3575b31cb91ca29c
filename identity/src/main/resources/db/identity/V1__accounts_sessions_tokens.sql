-- Who has an account. A pending row holds its username and email while the user is being made.
create table account (
  user_id       uuid primary key,
  username      text not null,
  username_key  text not null,          -- lower case
  email         text not null,
  email_key     text not null,          -- lower case
  first_name    text not null,
  last_name     text not null,
  password_hash text not null,          -- with the name of its algorithm: {argon2}…
  state         text not null check (state in ('pending', 'active')),
  attempt       uuid not null,          -- the registration whose password this row holds
  reserved_at   timestamptz not null,
  activated_at  timestamptz
);
create unique index account_username on account (username_key);
create unique index account_email on account (email_key);
create index account_pending on account (reserved_at) where state = 'pending';

-- Which browsers are signed in. The cookie's value is not here, only its SHA-256.
create table session (
  session_id   uuid primary key,
  token_hash   bytea not null,
  user_id      uuid not null references account on delete cascade,
  created_at   timestamptz not null,
  last_used_at timestamptz not null,
  expires_at   timestamptz not null
);
create unique index session_token on session (token_hash);
create index session_of_user on session (user_id);
create index session_expiry on session (expires_at);

-- The keys that sign tokens, private parts included; the newest signs.
create table signing_key (
  key_id     text primary key,
  jwk        text not null,
  created_at timestamptz not null
);

-- Every token that an operator took out.
create table operator_token (
  token_id   uuid primary key,
  user_id    uuid not null,
  username   text not null,
  issued_at  timestamptz not null,
  expires_at timestamptz not null
);

-- As Spring Authorization Server wants it.
create table oauth2_authorization (
  id                            varchar(100) primary key,
  registered_client_id          varchar(100) not null,
  principal_name                varchar(200) not null,
  authorization_grant_type      varchar(100) not null,
  authorized_scopes             varchar(1000),
  attributes                    text,
  state                         varchar(500),
  authorization_code_value      text,
  authorization_code_issued_at  timestamptz,
  authorization_code_expires_at timestamptz,
  authorization_code_metadata   text,
  access_token_value            text,
  access_token_issued_at        timestamptz,
  access_token_expires_at       timestamptz,
  access_token_metadata         text,
  access_token_type             varchar(100),
  access_token_scopes           varchar(1000),
  oidc_id_token_value           text,
  oidc_id_token_issued_at       timestamptz,
  oidc_id_token_expires_at      timestamptz,
  oidc_id_token_metadata        text,
  refresh_token_value           text,
  refresh_token_issued_at       timestamptz,
  refresh_token_expires_at      timestamptz,
  refresh_token_metadata        text,
  user_code_value               text,
  user_code_issued_at           timestamptz,
  user_code_expires_at          timestamptz,
  user_code_metadata            text,
  device_code_value             text,
  device_code_issued_at         timestamptz,
  device_code_expires_at        timestamptz,
  device_code_metadata          text
);
create index oauth2_authorization_code on oauth2_authorization using hash (authorization_code_value);
create index oauth2_authorization_access_token on oauth2_authorization using hash (access_token_value);
create index oauth2_authorization_id_token on oauth2_authorization using hash (oidc_id_token_value);
create index oauth2_authorization_refresh_token on oauth2_authorization using hash (refresh_token_value);
create index oauth2_authorization_user_code on oauth2_authorization using hash (user_code_value);
create index oauth2_authorization_device_code on oauth2_authorization using hash (device_code_value);
create index oauth2_authorization_state on oauth2_authorization using hash (state);
create index oauth2_authorization_age on oauth2_authorization (authorization_code_issued_at);

-- Who shows a picture: asked by the sweep of those that nobody shows.
create index user_profile_by_picture on user_profile (picture_id) where picture_id is not null;
create index server_by_picture on server (picture_id) where picture_id is not null;
create index server_by_banner on server (banner_id) where banner_id is not null;

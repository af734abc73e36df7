-- Tokens may be for reading alone, and may expire: personal ones (those with a user_id) after a year at the latest, those that are
-- there already counted from now on. maker_id is who made one of the office's own.
alter table access_tokens add column scope text not null default 'ALL';
alter table access_tokens add column maker_id integer references users (id) on delete set null;
alter table access_tokens add column expires_at integer;
update access_tokens set maker_id = user_id, expires_at = cast(unixepoch('subsec') * 1000 as integer) + 31536000000 where user_id is not null;

-- Tokens may be for reading alone, and may expire: personal ones (those with a user_id) after a year at the latest, those that are
-- there already counted from now on. maker_id is who made one of the office's own.
alter table access_tokens add column scope text not null default 'ALL';
alter table access_tokens add column maker_id bigint references users (id) on delete set null;
alter table access_tokens add column expires_at bigint;
update access_tokens set maker_id = user_id, expires_at = (extract(epoch from now()) * 1000)::bigint + 31536000000 where user_id is not null;

-- A code that signs somebody in once, made at the desk: only its digest is stored. One for each person. No maker: the operator.
create table sign_in_codes (
    user_id    integer primary key references users (id) on delete cascade,
    code_hash  text    not null unique,
    maker_id   integer references users (id) on delete set null,
    expires_at bigint  not null
);
-- For how many days messages are kept; null for ever.
alter table rooms add column retention integer;
create index rooms_with_retention on rooms (id) where retention is not null;

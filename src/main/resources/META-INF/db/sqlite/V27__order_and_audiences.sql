-- Until when somebody's posts are refused. In the person's row, which the writer reads anyway.
alter table users add column muted_until bigint;
-- What a room that follows the register asks for: one row for each value, as it was typed and by what it is compared.
create table room_audience (
    room_id   integer not null references rooms (id) on delete cascade,
    field     text    not null,
    value_key text    not null,
    value     text    not null,
    place     integer not null,
    primary key (room_id, field, value_key)
) without rowid;
-- Messages that were brought to the office, and from which number on whoever reported may read. They go with that account.
create table reports (
    id         integer primary key autoincrement,
    room_id    integer not null references rooms (id),
    seq        bigint  not null,
    user_id    integer not null references users (id) on delete cascade,
    first_seq  bigint  not null,
    why        text    not null,
    at         bigint  not null,
    settled_at bigint,
    unique (room_id, seq, user_id)
);
create index reports_by_user on reports (user_id, at);
create index reports_open on reports (id) where settled_at is null;

-- Times are epoch milliseconds UTC. AUTOINCREMENT: a number that was once given is never given to somebody else.

create table hostel (
    id    integer primary key check (id = 1),
    epoch text not null
);
insert into hostel (id, epoch) values (1, lower(hex(randomblob(16))));

create table users (
    id                   integer primary key autoincrement,
    name                 text    not null,
    name_key             text    not null,
    enrolment_number     text    not null,
    enrolment_key        text    not null unique,
    password_hash        text    not null,
    role                 text    not null check (role in ('STUDENT', 'ADMIN')),
    active               integer not null default 1,
    must_change_password integer not null default 1,
    password_set_at      integer not null,
    created_at           integer not null,
    last_seen_at         integer
);
create index users_by_name on users (name_key, id);

create table sessions (
    token_hash   text    primary key,
    user_id      integer not null references users (id) on delete cascade,
    remembered   integer not null,
    created_at   integer not null,
    last_seen_at integer not null
) without rowid;
create index sessions_by_user on sessions (user_id);

create table access_tokens (
    id           integer primary key autoincrement,
    user_id      integer references users (id) on delete cascade,
    name         text    not null,
    token_hash   text    not null unique,
    created_at   integer not null,
    last_used_at integer
);
create index access_tokens_by_user on access_tokens (user_id);

create table rooms (
    id         integer primary key autoincrement,
    kind       text    not null check (kind in ('COMMON', 'NOTICE')),
    name       text    not null,
    last_seq   integer not null default 0,
    created_at integer not null,
    closed_at  integer
);
insert into rooms (id, kind, name, last_seq, created_at)
values (1, 'COMMON', 'Common room', 0, cast(unixepoch('subsec') * 1000 as integer));

-- How far somebody has read. A room that holds all residents needs no other membership row.
create table memberships (
    user_id  integer not null references users (id) on delete cascade,
    room_id  integer not null references rooms (id) on delete cascade,
    read_seq integer not null default 0,
    primary key (user_id, room_id)
) without rowid;

-- One row for every number of every room. TOMBSTONE: what stood here lost its content.
create table messages (
    room_id   integer not null references rooms (id),
    seq       integer not null,
    kind      text    not null check (kind in ('POSTED', 'EDITED', 'DELETED', 'ERASED', 'TOMBSTONE')),
    author_id integer references users (id),
    at        integer not null,
    client_id text,
    body      text,
    body_hash blob,
    target    integer,
    edited_at integer,
    primary key (room_id, seq)
) without rowid;
create unique index messages_by_client_id on messages (client_id, author_id) where client_id is not null;
create index messages_by_author on messages (author_id, room_id, seq);
create index messages_by_target on messages (room_id, target) where target is not null;
create index messages_by_time on messages (at, room_id, seq);

create table notices (
    id           integer primary key autoincrement,
    room_id      integer not null unique references rooms (id),
    title        text    not null,
    text         text    not null,
    acknowledge  integer not null,
    until        text,
    at           integer not null,
    author_id    integer references users (id) on delete set null,
    edited_at    integer,
    withdrawn_at integer
);

create table receipts (
    notice_id       integer not null references notices (id) on delete cascade,
    user_id         integer not null references users (id) on delete cascade,
    read_at         integer not null,
    acknowledged_at integer,
    primary key (notice_id, user_id)
) without rowid;
create index receipts_by_user on receipts (user_id);

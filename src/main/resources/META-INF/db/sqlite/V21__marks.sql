-- What a post answers and whom it mentions; of reactions and pins, which are numbers of the room's sequence themselves, what was set or
-- taken away. In the row of the message, so that reading one asks for no other table.
alter table messages add column reply_to bigint;
alter table messages add column mentions text;
alter table messages add column emoji text;
alter table messages add column is_on smallint;

-- The reactions that stand; seq is the number by which each was set.
create table reactions (
    room_id bigint not null references rooms (id),
    target  bigint not null,
    emoji   text   not null,
    user_id bigint not null references users (id),
    seq     bigint not null,
    primary key (room_id, target, emoji, user_id)
) without rowid;
create index reactions_by_user on reactions (user_id);

-- The pins that stand.
create table pins (
    room_id bigint not null references rooms (id),
    target  bigint not null,
    seq     bigint not null,
    primary key (room_id, target)
) without rowid;

-- Where somebody is mentioned; user 0 stands for everybody in the room. Counted from a read mark on, and listed by time.
create table mentions (
    user_id   bigint not null,
    room_id   bigint not null references rooms (id),
    seq       bigint not null,
    author_id bigint not null,
    at        bigint not null,
    primary key (room_id, user_id, seq)
) without rowid;
create index mentions_by_user on mentions (user_id, at, room_id, seq);
create index mentions_by_message on mentions (room_id, seq);
create index mentions_by_author on mentions (author_id);

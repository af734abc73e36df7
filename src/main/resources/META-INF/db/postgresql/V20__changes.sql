-- What happens in the hostel outside of what is said in rooms, in one dense sequence: numbers only, no words. What is old is deleted.
-- Kinds have no check, so that a new one needs no other table.
create table changes (
    seq        bigint primary key,
    at         bigint  not null,
    kind       text    not null,
    user_id    bigint,
    room_id    bigint,
    notice_id  bigint,
    session_id text,
    version    bigint
);
-- What somebody missed of the board: of everybody (no user), and of themselves.
create index changes_of_board on changes (user_id, seq) where notice_id is not null;
-- The last number: the row at which those wait for each other who have something to append.
create table change_head (
    id   integer primary key check (id = 1),
    last bigint  not null
);
insert into change_head (id, last) values (1, 0);

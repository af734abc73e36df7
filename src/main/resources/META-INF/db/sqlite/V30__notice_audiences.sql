-- Whom a notice concerns (the audience of its room, if not everybody), and when. shown: it is on the board, and its room is open. place: the order of
-- the board; a notice that was written before its time goes to the top when it is shown.
alter table notices add column everybody integer not null default 1;
alter table notices add column category text;
alter table notices add column pinned integer not null default 0;
alter table notices add column from_at bigint;
alter table notices add column acknowledge_by bigint;
alter table notices add column shown integer not null default 1;
alter table notices add column reminded_at bigint;
alter table notices add column place bigint not null default 0;
update notices set place = id;
create index notices_by_place on notices (place);
create index notices_to_show on notices (from_at) where shown = 0;
-- What an official is still writing, for nobody else: it may have neither title nor text. audience: one value a line, as wing=A. No user: the operator's.
create table notice_drafts (
    id             integer primary key autoincrement,
    user_id        integer references users (id) on delete cascade,
    title          text not null,
    text           text not null,
    acknowledge    integer not null,
    until          text,
    audience       text,
    category       text,
    pinned         integer not null,
    from_at        bigint,
    acknowledge_by bigint,
    changed_at     bigint not null
);
create index notice_drafts_by_user on notice_drafts (user_id, id);

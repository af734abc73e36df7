-- What was said, by its words: terms that the program has made, short prefixes among them. id is messages.id. No positions: whatever is found
-- is looked at again.
create table search_index (
    id    bigint   primary key,
    terms tsvector not null
);
create index search_index_terms on search_index using gin (terms);
-- Up to which number each room's log is in it.
create table search_progress (
    room_id bigint primary key,
    seq     bigint not null
);
-- By which form of the program the terms were made.
create table search_version (
    id      integer primary key check (id = 1),
    version integer not null
);
insert into search_version (id, version) values (1, 1);

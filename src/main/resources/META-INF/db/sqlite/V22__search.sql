-- What was said, by its words: terms that the program has made, one after the other with a blank between. rowid is messages.id. No positions:
-- whatever is found is looked at again. Short prefixes have lists of their own. Words that are taken out leave its pages at once.
create virtual table search_index using fts5(terms, detail = none, columnsize = 0,
    tokenize = "ascii tokenchars '=$'", prefix = '1 2 3 4');
insert into search_index (search_index, rank) values ('secure-delete', 1);
-- Up to which number each room's log is in it.
create table search_progress (
    room_id integer primary key,
    seq     bigint  not null
);
-- By which form of the program the terms were made.
create table search_version (
    id      integer primary key check (id = 1),
    version integer not null
);
insert into search_version (id, version) values (1, 1);

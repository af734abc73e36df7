-- What a post carries: number, type, size and name of each file, in the row of the message, so that reading one asks for no other table.
alter table messages add column files text;

-- Files, from the first byte of an upload until they are removed from the disk. The bytes are in the folder of files, under their hash.
create table files (
    id           integer primary key autoincrement,
    state        text   not null,
    owner_id     bigint references users (id),
    name         text   not null,
    type         text   not null,
    size         bigint not null,
    width        bigint,
    height       bigint,
    hash         text,
    preview      text,
    preview_type text,
    created_at   bigint not null,
    room_id      bigint references rooms (id),
    seq          bigint
);
create index files_by_owner on files (owner_id, state, size);
create index files_by_message on files (room_id, seq);
create index files_by_hash on files (hash) where hash is not null;
create index files_by_preview on files (preview) where preview is not null;
-- What is not in a message: unfinished, unposted and removed ones.
create index files_loose on files (state, created_at) where state <> 'POSTED';

-- Whoever puts bytes under a hash, or removes them, locks this row.
create table files_lock (
    id    smallint primary key,
    turns bigint   not null
);
insert into files_lock (id, turns) values (1, 0);

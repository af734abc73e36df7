-- The record of what was done by whom. Each entry's hash takes in the one before; what names a person is only digested there, with a
-- salt, and removed together with that when the person is erased. Hence no reference to users: numbers stay.
create table audit_entries (
    id            bigint primary key,
    at            bigint not null,
    act           text   not null,
    by_id         bigint,
    by_name       text,
    by_key        text,
    by_salt       text,
    by_digest     text,
    token_id      bigint,
    token_name    text,
    address       text,
    kind          text,
    thing_id      bigint,
    seq           bigint,
    thing_name    text,
    thing_key     text,
    person_id     bigint,
    person_name   text,
    person_number text,
    person_before text,
    person_after  text,
    person_key    text,
    person_salt   text,
    person_digest text,
    values_before text,
    values_after  text,
    hash          text   not null
);
create index audit_entries_by_act on audit_entries (act, id);
create index audit_entries_by_time on audit_entries (at);
create index audit_entries_by_actor on audit_entries (by_id, id);
create index audit_entries_by_person on audit_entries (person_id, id);
-- The last entry's number and hash: the row at which those wait for each other who have something to record.
create table audit_head (
    id   integer primary key check (id = 1),
    last bigint  not null,
    hash text    not null
);
insert into audit_head (id, last, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Servers that share this database. Each renews its row while it runs, by the database's own clock, and holds an advisory lock
-- with its id: who is killed loses the lock at once, who is frozen lets the row grow old. SQLite has one server only.
create table nodes (
    id         integer primary key,
    name       text    not null,
    seen_at    timestamptz not null,
    -- The ids of those who are present on it, separated by commas, and how often that has changed.
    people     text    not null,
    revision   bigint  not null
);

-- Files with residents that were looked at or stored; nothing of their content.
create table register_imports (
    id integer primary key autoincrement,
    created_at integer not null,
    applied_at integer,
    taken_at integer,
    total integer not null default 0
);
-- Who is owed a slip with an initial password. The password is not here.
create table register_slips (
    user_id integer primary key,
    import_id integer not null references register_imports (id),
    pending boolean not null,
    hashed_at integer
);
create index slips_by_import on register_slips (import_id);
create index slips_pending on register_slips (pending, user_id);

-- What storing a file did to each of its people, and who was not in it: for sixty days. Names and numbers are the accounts', so that
-- they go with an erasure; only a row that could not be stored has its own.
create table register_rows (
    id          integer primary key autoincrement,
    import_id   integer not null references register_imports (id),
    kind        text not null,
    -- Its number in the spreadsheet; 0 for somebody who was not in it.
    sheet_row   integer not null,
    user_id     integer references users (id) on delete cascade,
    name        text,
    number      text,
    number_key  text,
    -- Field, old and new value of each change; field, message and its values of each error.
    changes     text,
    errors      text
);
create index rows_by_import on register_rows (import_id, kind, id);
create index rows_by_person on register_rows (user_id);

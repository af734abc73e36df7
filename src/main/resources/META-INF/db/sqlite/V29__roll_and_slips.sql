-- Files with residents that were looked at and are not stored yet: the latest few, for a day. Whoever looked finds them again after a restart.
create table register_files (
    import_id integer primary key references register_imports (id),
    content   blob not null,
    -- The fields of the columns in their order, a line each; null for those that the headings name.
    fields    text
);
-- What was stored and by whom; or whose passwords were made anew together, without a file.
alter table register_imports add column kind text not null default 'FILE';
alter table register_imports add column file_name text;
alter table register_imports add column by_id integer;
alter table register_imports add column row_count integer not null default 0;
alter table register_imports add column changed integer not null default 0;
alter table register_imports add column moved integer not null default 0;
alter table register_imports add column unchanged integer not null default 0;
alter table register_imports add column wrong integer not null default 0;
alter table register_imports add column missing integer not null default 0;
-- From then on its slips are in somebody's hand, and their passwords stay as they are.
alter table register_imports add column given_at integer;

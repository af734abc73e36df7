-- What /health writes: a value that is another one each time, since a row that stays as it is need not be written at all.
alter table hostel add column probed_at bigint not null default 0;

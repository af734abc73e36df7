-- By whom somebody does not want to be written to. Looked up by whoever writes, and listed for whoever blocked.
create table blocks (
    blocked_id bigint not null references users (id) on delete cascade,
    user_id    bigint not null references users (id) on delete cascade,
    at         bigint  not null,
    primary key (blocked_id, user_id)
);
create index blocks_by_user on blocks (user_id, blocked_id);
-- So many seconds lie between two posts of one person in a room; 0 for none.
alter table rooms add column slow_seconds integer not null default 0;

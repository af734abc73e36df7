-- When the password was last given in a session: what can't be taken back asks for it anew after a while.
alter table sessions add column authenticated_at integer not null default 0;

-- Why a session is over, for whoever comes back with its cookie. Opens nothing.
create table ended_sessions (
    token_hash text primary key,
    user_id    integer references users (id) on delete set null,
    reason     text not null,
    ended_at   integer not null
) without rowid;
create index ended_sessions_by_time on ended_sessions (ended_at);
create index ended_sessions_by_user on ended_sessions (user_id);

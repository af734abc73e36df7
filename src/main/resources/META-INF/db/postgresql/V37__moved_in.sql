-- Where, in the order of ids, messages lie that were moved in from another program: between two of these rows times grow with ids, within one they
-- do not. Times in epoch milliseconds; what people said meanwhile is counted in.
create table moved_spans (
    first_id bigint primary key,
    last_id  bigint not null,
    first_at bigint not null,
    last_at  bigint not null
);
-- Client ids of what was moved in are UUIDs of version 8.
insert into moved_spans (first_id, last_id, first_at, last_at)
select s.first_id, s.last_id, min(m.at), max(m.at)
from (select min(id) as first_id, max(id) as last_id from messages where substr(client_id, 15, 1) = '8') s
join messages m on m.id >= s.first_id and m.id <= s.last_id
group by s.first_id, s.last_id;
-- Files whose people were registered, once: whoever was erased since does not come back when the file is read again.
create table registered_files (
    digest text   primary key,
    at     bigint not null
);

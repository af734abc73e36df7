-- By what an open room is found in the directory. There are none yet.
alter table rooms add column search_key text;
-- Rooms of everybody, and those in the directory, are found without looking at all the others.
create index rooms_by_kind on rooms (kind, id) where closed_at is null;
create index rooms_by_maker on rooms (maker_id) where maker_id is not null;
-- A page of messages is found however many numbers only changed some.
create index messages_posts on messages (room_id, seq) where post = 1;

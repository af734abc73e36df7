-- What is subtracted from the posts after a read mark is counted within an index: one's own posts without looking at each row, and
-- posts that were taken back by an index that wants more of a row than messages_posts does, which a planner may else prefer and read
-- everything that is unread.
drop index messages_by_author;
create index messages_by_author on messages (author_id, room_id, seq, kind, post);
drop index messages_taken_back;
create index messages_taken_back on messages (room_id, kind, seq) where kind = 'TOMBSTONE' and post = 1;

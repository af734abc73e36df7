-- Where somebody lives, what they study, and until which day they stay: as typed, and by what it is compared.
alter table users add column wing text;
alter table users add column wing_key text;
alter table users add column floor text;
alter table users add column floor_key text;
alter table users add column room text;
alter table users add column room_key text;
alter table users add column year text;
alter table users add column year_key text;
alter table users add column course text;
alter table users add column course_key text;
alter table users add column mess text;
alter table users add column mess_key text;
alter table users add column phone text;
alter table users add column phone_key text;
-- A day as 2026-01-31; the last on which they can sign in.
alter table users add column stays_until text;
-- Whoever is to be signed out after their last day is found without looking at everybody.
create index users_by_last_day on users (stays_until) where stays_until is not null;

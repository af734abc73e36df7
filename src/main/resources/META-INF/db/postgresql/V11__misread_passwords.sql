-- Until now pages read forms as Latin-1, so the hashes of passwords that people chose there may be of something that they did
-- not type. Whoever still has the password that the office made has a right one: it is of ASCII characters.
alter table users add column password_perhaps_misread boolean not null default false;
update users set password_perhaps_misread = true where not must_change_password;

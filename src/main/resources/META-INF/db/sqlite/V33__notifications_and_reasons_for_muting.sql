-- Why the office has muted somebody, in its words; null for nothing given.
alter table users add column muted_why text;
-- Of what somebody wants to be notified while the page is not in view. Who has no row has the defaults.
create table notification_choices (
    user_id    integer primary key references users (id) on delete cascade,
    level      text    not null,
    sound      integer not null,
    words      integer not null,
    -- Minutes of the day in the hostel's time zone; null without quiet hours.
    quiet_from integer,
    quiet_to   integer
);

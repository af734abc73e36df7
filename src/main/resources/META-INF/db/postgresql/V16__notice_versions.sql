-- Every edit raises a notice's version. An acknowledgement is of the version that was shown, and counts from asked_version on: the last
-- edit that asked again. By numbers and not by times, which a clock that is set back would turn round.
alter table notices add column version bigint not null default 1;
alter table notices add column asked_version bigint not null default 1;
alter table receipts add column acknowledged_version bigint;
update notices set version = 2 where edited_at is not null;
update receipts set acknowledged_version = 1 where acknowledged_at is not null;
update receipts set acknowledged_version = 2 where acknowledged_at is not null
  and exists (select 1 from notices n where n.id = receipts.notice_id and n.edited_at <= receipts.acknowledged_at);

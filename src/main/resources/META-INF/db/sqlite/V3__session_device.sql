-- What its owner knows a signed-in device by, such as 'Firefox on Android'.
alter table sessions add column device text not null default '';

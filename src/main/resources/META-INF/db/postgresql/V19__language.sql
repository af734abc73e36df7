-- In which language the house speaks to somebody, as BCP 47 names it; null until they choose one.
alter table users add column language text;

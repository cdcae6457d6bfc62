-- A report on an event is named by the moment and its stage: 2026-03-05T0930.follow-2.
alter table submission alter column round_id type varchar(40);
alter table waiver alter column round_id type varchar(40);
alter table acceptance alter column round_id type varchar(40);

create table submission (
  duty varchar(64) not null,
  round date not null,
  unit varchar(64) not null,
  version integer not null,
  received_at timestamp with time zone not null,
  answers text not null,
  primary key (duty, round, unit, version)
);

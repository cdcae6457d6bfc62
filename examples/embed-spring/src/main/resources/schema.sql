-- Every accepted version of every submission. Nothing here is ever updated or deleted.
create table submission (
  duty_id varchar(60) not null,
  round_id varchar(60) not null,
  unit_id varchar(60) not null,
  version integer not null,
  client_id varchar(64),
  received_at timestamp(9) with time zone not null,
  late boolean not null,
  -- answers by form, as the engine writes them
  forms text not null,
  primary key (duty_id, round_id, unit_id, version),
  unique (duty_id, round_id, unit_id, client_id)
);

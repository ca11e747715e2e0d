-- What layout 3 left in a SQLite file. It is never edited.
pragma journal_mode = wal;
CREATE TABLE "layout" ("version" integer not null);
CREATE TABLE "guilds" ("id" text not null primary key, "revision" bigint not null, "left_at" bigint, "tended" bigint, "due" bigint);
CREATE TABLE "records" ("guild" text not null references "guilds" ("id"), "kind" text not null, "key" text not null, "value" text not null, constraint "records_key" primary key ("guild", "kind", "key"));
CREATE TABLE "changes" ("guild" text not null references "guilds" ("id"), "id" text not null, "revision" bigint not null, "person" text not null, "at" bigint not null, "name" text not null, "subject" text not null, "writes" text not null, constraint "changes_key" primary key ("guild", "id"), constraint "changes_order" unique ("guild", "revision"));
CREATE TABLE "files" ("guild" text not null references "guilds" ("id"), "sha256" text not null, "packing" text not null, "bytes" blob not null, constraint "files_key" primary key ("guild", "sha256"));
CREATE TABLE "jobs" ("guild" text not null, "kind" text not null, "id" text not null, "holder" text not null, "until" bigint not null, "attempts" integer not null, "stopped" integer not null, "data" text not null, constraint "jobs_key" primary key ("guild", "kind", "id"));
CREATE INDEX "jobs_works" on "jobs" ("guild", "until") where "kind" = 'work';
CREATE VIEW "uses" as select guild, sha256 from files;
CREATE VIEW "contents" as select sha256, packing, bytes from files;
insert into layout ("version") values (3);
insert into guilds ("id", "revision", "left_at", "tended", "due") values ('1', 2, 1760000000002, 1, 1762592000001);
insert into files ("guild", "sha256", "packing", "bytes") values ('1', 'c433125c5a9402ebdb6779a616c1c3ebb978d3ccab7536f07222c8e9a59bffac', 'zstd', x'28b52ffd0058cd0000906173206974207761732062726f756768742001001a45cd30');
insert into records ("guild", "kind", "key", "value") values ('1', 'words', 'k', '{"line":"a, b","original":"c433125c5a9402ebdb6779a616c1c3ebb978d3ccab7536f07222c8e9a59bffac"}');
insert into changes ("guild", "id", "revision", "person", "at", "name", "subject", "writes") values ('1', 'c', 1, '7', 1760000000000, 'taught', 'notes', '[{"after":{"line":"a, b","original":"c433125c5a9402ebdb6779a616c1c3ebb978d3ccab7536f07222c8e9a59bffac"},"key":"k","kind":"words"},{"after":{"articles":"any"},"key":"server","kind":"scope"}]');
insert into changes ("guild", "id", "revision", "person", "at", "name", "subject", "writes") values ('1', 'd', 2, '', 1760000000001, 'words-removed', '', '[{"before":{"articles":"any"},"key":"server","kind":"scope"}]');

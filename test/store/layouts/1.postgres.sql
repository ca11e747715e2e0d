-- What layout 1 left on a PostgreSQL server. It is never edited.
CREATE TABLE changes (
    guild text NOT NULL,
    id text NOT NULL,
    revision bigint NOT NULL,
    person text NOT NULL,
    at bigint NOT NULL,
    name text NOT NULL,
    subject text NOT NULL,
    writes text NOT NULL
);
CREATE TABLE contents (
    sha256 text NOT NULL,
    packing text NOT NULL,
    bytes bytea NOT NULL
);
CREATE TABLE guilds (
    id text NOT NULL,
    revision bigint NOT NULL,
    left_at bigint
);
CREATE TABLE layout (
    version integer NOT NULL
);
CREATE TABLE records (
    guild text NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    value text NOT NULL
);
CREATE TABLE uses (
    guild text NOT NULL,
    sha256 text NOT NULL
);
INSERT INTO changes VALUES ('1', 'c', 1, '7', 1760000000000, 'taught', 'notes', '[{"after":{"line":"a, b","original":"c433125c5a9402ebdb6779a616c1c3ebb978d3ccab7536f07222c8e9a59bffac"},"key":"k","kind":"words"},{"after":{"articles":"any"},"key":"server","kind":"scope"}]');
INSERT INTO changes VALUES ('1', 'd', 2, '', 1760000000001, 'words-removed', '', '[{"before":{"articles":"any"},"key":"server","kind":"scope"}]');
INSERT INTO contents VALUES ('c433125c5a9402ebdb6779a616c1c3ebb978d3ccab7536f07222c8e9a59bffac', 'zstd', '\x28b52ffd0058cd0000906173206974207761732062726f756768742001001a45cd30');
INSERT INTO guilds VALUES ('1', 2, 1760000000002);
INSERT INTO layout VALUES (1);
INSERT INTO records VALUES ('1', 'words', 'k', '{"line":"a, b","original":"c433125c5a9402ebdb6779a616c1c3ebb978d3ccab7536f07222c8e9a59bffac"}');
INSERT INTO uses VALUES ('1', 'c433125c5a9402ebdb6779a616c1c3ebb978d3ccab7536f07222c8e9a59bffac');
ALTER TABLE ONLY changes
    ADD CONSTRAINT changes_key PRIMARY KEY (guild, id);
ALTER TABLE ONLY changes
    ADD CONSTRAINT changes_order UNIQUE (guild, revision);
ALTER TABLE ONLY contents
    ADD CONSTRAINT contents_pkey PRIMARY KEY (sha256);
ALTER TABLE ONLY guilds
    ADD CONSTRAINT guilds_pkey PRIMARY KEY (id);
ALTER TABLE ONLY records
    ADD CONSTRAINT records_key PRIMARY KEY (guild, kind, key);
ALTER TABLE ONLY uses
    ADD CONSTRAINT uses_key PRIMARY KEY (guild, sha256);
CREATE INDEX uses_content ON uses USING btree (sha256);
ALTER TABLE ONLY changes
    ADD CONSTRAINT changes_guild_fkey FOREIGN KEY (guild) REFERENCES guilds(id);
ALTER TABLE ONLY records
    ADD CONSTRAINT records_guild_fkey FOREIGN KEY (guild) REFERENCES guilds(id);
ALTER TABLE ONLY uses
    ADD CONSTRAINT uses_guild_fkey FOREIGN KEY (guild) REFERENCES guilds(id);
ALTER TABLE ONLY uses
    ADD CONSTRAINT uses_sha256_fkey FOREIGN KEY (sha256) REFERENCES contents(sha256);

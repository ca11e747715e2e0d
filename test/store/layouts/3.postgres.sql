-- What layout 3 left on a PostgreSQL server. It is never edited.
CREATE TABLE layout (
    version integer NOT NULL
);
CREATE TABLE guilds (
    id text NOT NULL,
    revision bigint NOT NULL,
    left_at bigint,
    tended bigint,
    due bigint,
    CONSTRAINT guilds_key PRIMARY KEY (id)
) PARTITION BY HASH (id);
CREATE TABLE records (
    guild text NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    CONSTRAINT records_by_kind PRIMARY KEY (guild, kind, key),
    CONSTRAINT records_guild FOREIGN KEY (guild) REFERENCES guilds(id)
) PARTITION BY HASH (guild);
CREATE TABLE changes (
    guild text NOT NULL,
    id text NOT NULL,
    revision bigint NOT NULL,
    person text NOT NULL,
    at bigint NOT NULL,
    name text NOT NULL,
    subject text NOT NULL,
    writes text NOT NULL,
    CONSTRAINT changes_by_id PRIMARY KEY (guild, id),
    CONSTRAINT changes_by_revision UNIQUE (guild, revision),
    CONSTRAINT changes_guild FOREIGN KEY (guild) REFERENCES guilds(id)
) PARTITION BY HASH (guild);
CREATE TABLE files (
    guild text NOT NULL,
    sha256 text NOT NULL,
    packing text NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT files_key PRIMARY KEY (guild, sha256),
    CONSTRAINT files_guild FOREIGN KEY (guild) REFERENCES guilds(id)
) PARTITION BY HASH (guild);
CREATE TABLE jobs (
    guild text NOT NULL,
    kind text NOT NULL,
    id text NOT NULL,
    holder text NOT NULL,
    until bigint NOT NULL,
    attempts integer NOT NULL,
    stopped integer NOT NULL,
    data text NOT NULL,
    CONSTRAINT jobs_key PRIMARY KEY (guild, kind, id)
) PARTITION BY HASH (guild);
CREATE INDEX jobs_works ON jobs (guild, until) WHERE kind = 'work';
CREATE TABLE claims (
    guild text NOT NULL,
    key text NOT NULL,
    until bigint NOT NULL,
    CONSTRAINT claims_key PRIMARY KEY (guild, key)
) PARTITION BY HASH (guild);
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['guilds', 'records', 'changes', 'files', 'jobs', 'claims'] LOOP
        FOR at IN 0..15 LOOP
            EXECUTE format('CREATE %s TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 16, REMAINDER %s)', CASE name WHEN 'claims' THEN 'UNLOGGED' ELSE '' END, name || '_' || lpad(at::text, 2, '0'), name, at);
        END LOOP;
    END LOOP;
END $$;
INSERT INTO guilds VALUES ('1', 2, 1760000000002, 1, 1762592000001);
INSERT INTO layout VALUES (3);
INSERT INTO records VALUES ('1', 'words', 'k', '{"line":"a, b","original":"c433125c5a9402ebdb6779a616c1c3ebb978d3ccab7536f07222c8e9a59bffac"}');
INSERT INTO changes VALUES ('1', 'c', 1, '7', 1760000000000, 'taught', 'notes', '[{"after":{"line":"a, b","original":"c433125c5a9402ebdb6779a616c1c3ebb978d3ccab7536f07222c8e9a59bffac"},"key":"k","kind":"words"},{"after":{"articles":"any"},"key":"server","kind":"scope"}]');
INSERT INTO changes VALUES ('1', 'd', 2, '', 1760000000001, 'words-removed', '', '[{"before":{"articles":"any"},"key":"server","kind":"scope"}]');
INSERT INTO files VALUES ('1', 'c433125c5a9402ebdb6779a616c1c3ebb978d3ccab7536f07222c8e9a59bffac', 'zstd', '\x28b52ffd0058cd0000906173206974207761732062726f756768742001001a45cd30');

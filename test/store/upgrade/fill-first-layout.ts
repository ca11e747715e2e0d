import type pg from "pg";

/** Fills tables of layout 1 with servers of some contents of 3.2 kB each that no packing shortens. */
export async function fillFirstLayout(
  client: pg.Client,
  { guilds, articles }: { readonly guilds: number; readonly articles: number },
): Promise<void> {
  const some = [guilds, articles];
  await client.query(
    "insert into guilds select i::text, 1, null from generate_series(1, $1::int) i on conflict do nothing",
    [guilds],
  );
  await client.query(
    `create temporary table filled as select i::text as guild, n, packed.bytes, encode(sha256(packed.bytes), 'hex') as sha256
      from generate_series(1, $1::int) i, generate_series(1, $2::int) n,
      lateral (select decode(string_agg(md5(i || ' ' || n || ' ' || k), ''), 'hex') as bytes from generate_series(1, 200) k) packed`,
    some,
  );
  await client.query("insert into contents select sha256, 'none', bytes from filled");
  await client.query("insert into uses select guild, sha256 from filled");
  const value = `'{"original":"' || sha256 || '","file":"a.txt","title":"a title","bytes":3200,"at":1}'`;
  await client.query(`insert into records select guild, 'words', 'k' || n, ${value} from filled`);
  await client.query(
    `insert into changes select guild, 'c' || n, 1 - n, '7', 1, 'taught', 'notes', '[{"kind":"words","key":"k' || n || '","after":' || ${value} || '}]' from filled`,
  );
  await client.query("drop table filled");
  await client.query("analyze");
}

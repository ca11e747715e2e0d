import { migrations } from "./migrations/all.ts";
import type { ColumnTypes, Migration } from "./migrations/migration.ts";
import type { Connected } from "./tables.ts";
import { UnusableStore } from "./unusable-store.ts";

/** What the two databases do in ways of their own. */
export interface Engine {
  readonly place: string;
  readonly types: ColumnTypes;
  /** Names of the tables that stand where ours should. */
  readonly tables: (db: Connected) => Promise<readonly string[]>;
  /** Lets one process at a time go on, until the transaction ends. */
  readonly lock: (db: Connected) => Promise<unknown>;
  /** Does what takes long while no other process does; absent where nothing does. */
  readonly alone?: ((db: Connected, work: (db: Connected) => Promise<void>) => Promise<void>) | undefined;
}

/**
 * Brings the tables to the newest layout. What others see of it happens in one transaction: whoever is killed has changed nothing.
 *
 * @throws UnusableStore where they are of a newer program, or of another one.
 */
export async function migrate(db: Connected, engine: Engine, steps: readonly Migration[] = migrations): Promise<void> {
  const found = await readLayout(db, engine, steps);
  if (found === steps.length) return;
  if (found > 0) await prepareAhead(db, engine, steps);
  await db.transaction().execute(async (writing) => {
    await engine.lock(writing);
    // Another process may have been quicker.
    const version = await readLayout(writing, engine, steps);
    if (version === steps.length) return;
    if (version === 0) await addLayout(writing);
    for (const { up } of steps.slice(version)) await up(writing, engine.types);
    await writing.deleteFrom("layout").execute();
    await writing.insertInto("layout").values({ version: steps.length }).execute();
  });
}

/**
 * Tells whether there is nothing to bring anywhere.
 *
 * @throws UnusableStore as `migrate` does.
 */
export async function isNewest(db: Connected, engine: Engine): Promise<boolean> {
  return (await readLayout(db, engine, migrations)) === migrations.length;
}

async function prepareAhead(db: Connected, engine: Engine, steps: readonly Migration[]): Promise<void> {
  await engine.alone?.(db, async (alone) => {
    // Another process may have been quicker.
    const version = await readLayout(alone, engine, steps);
    await steps[version]?.ahead?.(alone, engine.types);
  });
}

/** Takes away what only programs of older layouts need; none may be running. */
export async function settle(db: Connected, engine: Engine, steps: readonly Migration[] = migrations): Promise<void> {
  await db.transaction().execute(async (writing) => {
    await engine.lock(writing);
    for (const { settle: settleStep } of steps) await settleStep?.(writing, engine.types);
  });
}

async function addLayout(db: Connected): Promise<void> {
  await db.schema
    .createTable("layout")
    .addColumn("version", "integer", (column) => column.notNull())
    .execute();
}

async function readLayout(db: Connected, engine: Engine, steps: readonly Migration[]): Promise<number> {
  const names = await engine.tables(db);
  if (!names.includes("layout")) {
    if (names.length === 0) return 0;
    throw new UnusableStore(
      `${engine.place} holds tables of another program (${names.join(", ")}); name another place`,
    );
  }
  const { version } = await db.selectFrom("layout").select("version").executeTakeFirstOrThrow();
  if (version <= steps.length) return version;
  throw new UnusableStore(
    `${engine.place} was written by a newer version of this program (layout ${version}; this one knows ${steps.length}): start that version again, or restore a backup into an empty place`,
  );
}

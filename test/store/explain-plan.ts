import type pg from "pg";
import { z } from "zod";
import type { Statement } from "../../src/store/statements.ts";

const node = z.object({
  "Relation Name": z.string().optional(),
  "Node Type": z.string(),
  "Index Cond": z.string().optional(),
  "Recheck Cond": z.string().optional(),
  get Plans() {
    return z.array(node).optional();
  },
});
type Node = z.infer<typeof node>;

/** A table or partition that a statement reads, and what narrows it. */
export interface Scan {
  readonly relation: string;
  readonly condition: string | undefined;
}

/** Tells what PostgreSQL would read for a statement, with an index wherever there is one. */
export async function explainScans(client: pg.Client, { sql, parameters }: Statement): Promise<readonly Scan[]> {
  await client.query("set enable_seqscan = off");
  const { rows } = await client.query<{ "QUERY PLAN": unknown }>(`explain (format json) ${sql}`, [...parameters]);
  const [plan] = z.array(z.object({ Plan: node })).parse(rows[0]?.["QUERY PLAN"]);
  return plan ? scansOf(plan.Plan) : [];
}

function scansOf(plan: Node): Scan[] {
  const { "Relation Name": relation, "Node Type": type } = plan;
  const own =
    relation !== undefined && type !== "ModifyTable"
      ? [{ relation, condition: plan["Index Cond"] ?? plan["Recheck Cond"] }]
      : [];
  return [...own, ...(plan.Plans ?? []).flatMap(scansOf)];
}

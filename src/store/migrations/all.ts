import { first } from "./first.ts";
import { third } from "./third.ts";
import type { Migration } from "./migration.ts";

/** In order; how many there are is the number of the layout. */
export const migrations: readonly Migration[] = [first, third];

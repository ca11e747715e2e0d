import { first } from "./first.ts";
import { third } from "./third.ts";
import type { Migration } from "./migration.ts";
import { second } from "./second.ts";

/** In order; how many there are is the number of the layout. */
export const migrations: readonly Migration[] = [first, second, third];

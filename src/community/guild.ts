import type { Article } from "../article/article.ts";
import type { MadeChange, Plan } from "./change.ts";
import type { GuildState } from "./guild-state.ts";

/** Who asks for a change, and by which interaction. */
export interface Author {
  /** Discord's id of the interaction: asked for twice, it is made once. */
  readonly change: string;
  /** Discord's id of the person; empty at the terminal. */
  readonly person: string;
}

export type Changed<Refusal> =
  | { readonly kind: "made"; readonly change: MadeChange; readonly state: GuildState }
  | { readonly kind: "refused"; readonly refusal: Refusal };

export type Undone =
  | { readonly kind: "made"; readonly change: MadeChange; readonly state: GuildState }
  /** There is no such change (any more), or it was undone already. */
  | { readonly kind: "refused"; readonly refusal: "unknown" | "changed-since" };

/** What a server has of its own. */
export interface Guild {
  readonly id: string;
  /** As it was last seen, which questions are answered from. */
  readonly state: GuildState;
  /** What is kept and cannot be read, damaged or lost, such as `article rules`: all else goes on without it. */
  unreadable(): readonly string[];
  /**
   * Reads the state anew where another process changed it.
   *
   * @throws StoreError where the store cannot be read.
   */
  fresh(): Promise<GuildState>;
  /**
   * Makes a change that is worked out from the newest state, again where somebody was quicker.
   *
   * @throws StoreError where it cannot be made; nothing is changed then.
   */
  change<Refusal>(author: Author, plan: (state: GuildState) => Plan<Refusal>): Promise<Changed<Refusal>>;
  /**
   * Takes a change back, unless what it wrote was written again since.
   *
   * @throws StoreError where it cannot be done.
   */
  undo(author: Author, change: string): Promise<Undone>;
  /** The newest changes first. @throws StoreError */
  changes(limit: number): Promise<readonly MadeChange[]>;
  /** An article as one of its kept versions has it, by the beginning of the version's hash. @throws StoreError */
  readVersion(hash: string): Promise<Article | undefined>;
  /** A file as it was brought. @throws StoreError */
  readOriginal(sha256: string): Promise<Uint8Array | undefined>;
  /** Forgets all that is kept about the server. @throws StoreError */
  forget(): Promise<void>;
  /** Forgets who did what, of one person: their id in records and in the trail. @throws StoreError */
  forgetPerson(person: string): Promise<void>;
}

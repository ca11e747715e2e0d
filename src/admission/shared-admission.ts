import type { Invocation } from "../invocation.ts";

/** What other processes know of an event and of its asker. */
export type Admitted =
  | { readonly kind: "admitted" }
  /** Another process answers it. */
  | { readonly kind: "repeated" }
  | { readonly kind: "wait"; readonly milliseconds: number };

/** What all processes let in; none of its functions rejects. */
export interface SharedAdmission {
  /**
   * Takes an event upon this process.
   *
   * @param cooldown in milliseconds, in which its asker may not ask again; 0 where they may.
   * @returns nothing where that cannot be found out soon: each process goes by what it knows itself then.
   */
  admit(invocation: Invocation, cooldown: number): Promise<Admitted | undefined>;
  /** Lets its asker ask again at once. */
  giveBack(invocation: Invocation): void;
}

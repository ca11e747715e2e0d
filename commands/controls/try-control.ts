import type { Control } from "../../src/command.ts";
import { answer } from "../parts/answer.ts";

/** Asks an example question, for whoever pressed it; the answer can be shared. */
export const tryControl: Control = {
  name: "try",
  asks: true,
  press: ({ channel, locale, asker }, state, services) =>
    answer({ question: state.join(":"), private: true, channel, locale, asker }, services),
};

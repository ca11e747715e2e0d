import type { Invocation } from "../invocation.ts";
import type { Services } from "../services.ts";

/** Lets a server's settings speak where an invocation says nothing. */
export function applySettings(
  invocation: Invocation,
  { isPrivate, offersThreads }: Pick<Services, "isPrivate" | "offersThreads">,
): Invocation {
  const channel = offersThreads === false ? { ...invocation.channel, offersThreads } : invocation.channel;
  // An option of a subcommand is another thing under the same name.
  const isUnsaid =
    invocation.kind === "command" && invocation.subcommand === undefined && invocation.options["private"] === undefined;
  if (!isUnsaid || isPrivate !== true) return { ...invocation, channel };
  return { ...invocation, channel, options: { ...invocation.options, private: true } };
}

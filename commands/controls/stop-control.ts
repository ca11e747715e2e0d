import type { Control } from "../../src/command.ts";
import { words } from "../../src/render/words/all.ts";

/** *Cancel* below what is being worked on; its state is the id of the invocation that began it. */
export const stopControl: Control = {
  name: "stop",
  async press(invocation, [work = ""], { stopWork }) {
    const became = (await stopWork?.(work, invocation)) ?? "over";
    // The work itself says that it was called off, where it showed how far it was.
    if (became === "stopped") return { kind: "noted" };
    const { work: says } = words[invocation.locale];
    return { kind: "message", content: says[became], private: true, quotes: [] };
  },
};

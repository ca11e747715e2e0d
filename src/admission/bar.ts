import { type Command, type Control, dueTo } from "../command.ts";
import type { Channel, Invocation } from "../invocation.ts";
import { readControlId } from "../render/control-id.ts";
import type { Reply } from "../render/reply.ts";
import { words } from "../render/words/all.ts";

/** Replies in place of an answer where only others may ask. */
export type Bar = (invocation: Invocation) => Reply | undefined;

/** What is open to everybody everywhere is answered all the same. */
export function createBar(features: {
  readonly commands: readonly Command[];
  readonly controls: readonly Control[];
}): Bar {
  const commands = namesOf(features.commands.map(({ isOpen, declaration: { name } }) => ({ isOpen, name })));
  const controls = namesOf(features.controls);
  return (invocation) => {
    const content = words[invocation.locale].mayNotAsk;
    switch (invocation.kind) {
      case "command":
        return commands.has(invocation.name) ? undefined : privately(content);
      case "autocomplete":
        return commands.has(invocation.name) ? undefined : { kind: "choices", choices: [] };
      case "component":
      case "modal":
        return controls.has(readControlId(invocation.customId)?.name ?? "") ? undefined : privately(content);
      case "menu":
        return privately(content);
      case "message":
        return dueTo(invocation) === "silence" ? { kind: "silence" } : privately(naming(invocation.channel, content));
    }
  };
}

/** It may be said in a direct message. */
function naming({ id }: Channel, content: string): string {
  return id === undefined ? content : `-# <#${id}>\n${content}`;
}

function namesOf(all: readonly { readonly isOpen?: boolean | undefined; readonly name: string }[]): Set<string> {
  return new Set(all.flatMap(({ isOpen, name }) => (isOpen === true ? [name] : [])));
}

function privately(content: string): Reply {
  return { kind: "message", content, private: true, quotes: [] };
}

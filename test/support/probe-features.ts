import type { Features } from "../../src/bot.ts";
import type { Command } from "../../src/command.ts";
import type { Invocation } from "../../src/invocation.ts";
import type { MessageReply, Reply } from "../../src/render/reply.ts";

/** A message that holds no quote. */
export function saying(content: string, more: Partial<MessageReply> = {}): MessageReply {
  return { kind: "message", content, private: false, quotes: [], ...more };
}

const rows: MessageReply["components"] = [
  {
    kind: "buttons",
    buttons: [
      { kind: "action", customId: "1:turn:2", label: "Next", style: "primary" },
      { kind: "link", url: "https://example.org/", label: "Source" },
    ],
  },
  { kind: "select", customId: "1:turn", placeholder: "Which?", options: [{ label: "One", value: "1" }] },
];

const form: Reply = {
  kind: "modal",
  customId: "1:form",
  title: "A form",
  inputs: [{ customId: "why", label: "Why?", isLong: true, required: true, maxLength: 400 }],
};

const told = { private: true };

/** One of everything that can be asked and replied, for tests of the ways in; what was asked is kept. */
export function probeFeatures(): Features & { readonly asked: Invocation[] } {
  const asked: Invocation[] = [];
  const keep = (invocation: Invocation, reply: Reply): Reply => {
    asked.push(invocation);
    return reply;
  };
  const command = (name: string, reply: Reply): Command => ({
    declaration: { name, description: name },
    run: (invocation) => keep(invocation, reply),
    complete: (invocation) => {
      asked.push(invocation);
      const { value } = invocation.focused;
      return { kind: "choices", choices: [{ name: value, value }] };
    },
  });
  return {
    asked,
    commands: [
      command("say", saying("hello", { components: rows })),
      command("whisper", saying("hello", { private: true })),
      command("form", form),
      {
        declaration: { name: "fail", description: "fail" },
        run: () => {
          throw new Error("the shelf fell down");
        },
      },
    ],
    menus: [{ declaration: { type: 3, name: "Find" }, run: (invocation) => keep(invocation, saying("found")) }],
    controls: [
      {
        name: "turn",
        press: (invocation) => keep(invocation, { kind: "update", content: "turned", quotes: [] }),
      },
      {
        name: "form",
        press: (invocation) => keep(invocation, form),
        submit: (invocation) => keep(invocation, saying("thanks", told)),
      },
      {
        name: "thread",
        press: (invocation) =>
          keep(invocation, {
            kind: "thread",
            channelId: invocation.channel.id ?? "",
            messageId: invocation.message.id,
            name: "A thread",
            opening: saying("opened"),
            outcomes: {
              done: saying("done", told),
              exists: saying("exists", told),
              forbidden: saying("forbidden", told),
              failed: saying("failed", told),
            },
          }),
      },
      {
        name: "post",
        press: (invocation) =>
          keep(invocation, {
            kind: "post",
            channelId: invocation.channel.id ?? "",
            message: saying("posted"),
            outcomes: { done: saying("done", told), failed: saying("failed", told) },
          }),
      },
    ],
    hear: (invocation) => keep(invocation, invocation.text === "hush" ? { kind: "silence" } : saying("heard")),
  };
}

import type { Locale } from "../../../render/locale.ts";

export interface MembersWords {
  /** Of the list. */
  readonly members: string;
  readonly showMembers: string;
  readonly hideMembers: string;
  readonly managers: string;
  readonly online: string;
  /** What the bot does, below its name. */
  readonly doing: string;
  /** The list of servers. */
  readonly servers: string;
}

export const membersWords: Readonly<Record<Locale, MembersWords>> = {
  en: {
    members: "Members",
    showMembers: "Show the members",
    hideMembers: "Hide the members",
    managers: "Managers",
    online: "Online",
    doing: "Quotes, never makes things up",
    servers: "Servers",
  },
  "zh-CN": {
    members: "成员",
    showMembers: "显示成员",
    hideMembers: "隐藏成员",
    managers: "管理员",
    online: "在线",
    doing: "只引原文，从不编造",
    servers: "服务器",
  },
  "zh-TW": {
    members: "成員",
    showMembers: "顯示成員",
    hideMembers: "隱藏成員",
    managers: "管理員",
    online: "線上",
    doing: "只引原文，絕不編造",
    servers: "伺服器",
  },
};

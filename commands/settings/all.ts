import { history } from "./history.ts";
import { forum, teachers } from "./lists.ts";
import { reset } from "./reset.ts";
import { set } from "./set.ts";
import { show } from "./show.ts";
import type { SettingsPart } from "./subcommand.ts";

/** Everything that `/settings` can do, in the order in which it is offered. */
export const settingsParts: readonly SettingsPart[] = [show, set, forum, teachers, reset, history];

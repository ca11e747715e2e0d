/** How much stands side by side: `wide` has room for the members beside the source, `narrow` for channels and chat alone. */
export type Room = "wide" | "middle" | "narrow";

/** The width from which the source has a column of its own, as in layout.css, and that for the members beside it. */
const queries = { wide: "(width >= 1600px)", middle: "(width >= 1000px)" } as const;

export interface MembersAsked {
  readonly room: Room;
  readonly isSourceOpen: boolean;
  /** What the reader chose; before, the list is shown where it takes no room from anything. */
  readonly choice: boolean | undefined;
}

export type MembersPlace = "column" | "drawer" | "none";

/** Tells where the list of members stands: beside the messages, over their edge, or nowhere. */
export function membersPlace({ room, isSourceOpen, choice }: MembersAsked): MembersPlace {
  const hasColumn = room === "wide" || (room === "middle" && !isSourceOpen);
  if (!(choice ?? hasColumn)) return "none";
  return hasColumn ? "column" : "drawer";
}

/** As much of a `MediaQueryList` as is needed. */
export interface WidthQuery {
  readonly matches: boolean;
  addEventListener(type: "change", listener: () => void): void;
}

export interface Rooms {
  now(): Room;
  /** Tells whenever the window has another. */
  watch(changed: (room: Room) => void): void;
}

/** Measures the window by its media queries. */
export function measureRoom(matching: (query: string) => WidthQuery): Rooms {
  const wide = matching(queries.wide);
  const middle = matching(queries.middle);
  const now = () => (wide.matches ? "wide" : middle.matches ? "middle" : "narrow");
  return {
    now,
    watch(changed) {
      for (const list of [wide, middle]) list.addEventListener("change", () => changed(now()));
    },
  };
}

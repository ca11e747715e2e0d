/** In milliseconds: what was asked before the end is over after Discord's three seconds, whatever comes of it. */
export const finishPatience = 3000;

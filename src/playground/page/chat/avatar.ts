import type { User } from "../../wire.ts";

const pictures = {
  // A pair of quotation marks.
  bot: `<circle cx="20" cy="20" r="20" fill="#5058d8"/><path fill="#fff" d="M18 13c-4 1.600-6.500 4.800-6.500 9.200 0 3 1.700 4.800 4 4.800 2.200 0 3.800-1.600 3.800-3.700 0-2.100-1.400-3.500-3.300-3.500-.4 0-.8.1-1 .2.3-2 1.700-3.700 4-4.700zm11.500 0c-4 1.600-6.500 4.800-6.500 9.200 0 3 1.700 4.800 4 4.800 2.200 0 3.800-1.600 3.800-3.700 0-2.100-1.400-3.500-3.300-3.500-.4 0-.8.1-1 .2.3-2 1.700-3.700 4-4.700z"/>`,
  person: `<circle cx="20" cy="20" r="20" fill="#1f7a5c"/><circle cx="20" cy="16" r="6.500" fill="#fff"/><path fill="#fff" d="M8.500 33c1-6.500 5.600-9.500 11.500-9.500s10.500 3 11.500 9.500a20 20 0 0 1-23 0z"/>`,
};

const addresses = { bot: inline(pictures.bot), person: inline(pictures.person) };

/** The address of somebody's picture; it holds the picture itself. */
export function avatarOf({ bot }: User): string {
  return bot ? addresses.bot : addresses.person;
}

function inline(shapes: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${shapes}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

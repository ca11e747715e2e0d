import { createHmac, randomUUID } from "node:crypto";

/**
 * Makes what names a person without telling who it is, to whoever reads the database.
 *
 * @param secret all processes of a bot have the same; an id has too few digits to be hidden without one.
 */
export function hidePeople(secret: string = randomUUID()): (person: string) => string {
  return (person) => createHmac("sha256", secret).update(`person ${person}`).digest("base64url").slice(0, 22);
}

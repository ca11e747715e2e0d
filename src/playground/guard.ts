import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { problem } from "./respond.ts";

/** The style attribute `color:;`, which the message components give every author without a colour. */
const noColour = "'sha256-YyzoJpP5ML1Dl1K7WQbfMCvG6Df0Mckd/cH2Bl2ywZQ='";

/** Lets the page load nothing but its own files, and no other page load it. */
export const strictHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-hashes'", noColour],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["lit-html"],
  },
  crossOriginEmbedderPolicy: "require-corp",
  crossOriginOpenerPolicy: "same-origin",
  crossOriginResourcePolicy: "same-origin",
  referrerPolicy: "no-referrer",
  // There is no encrypted way to a loopback address.
  strictTransportSecurity: false,
  xFrameOptions: "DENY",
});

/**
 * Refuses what does not come from the page itself: other names for this machine (a foreign site may have its own name
 * lead here), and what other sites' pages send.
 */
export function onlyFromHere(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = ["127.0.0.1", "localhost"].map((name) => hostOf(name, port()));
    if (!hosts.includes(context.req.header("host") ?? ""))
      return problem(context, 421, `This is http://127.0.0.1:${port()}; it answers under no other name.`);
    const origin = context.req.header("origin");
    const isForeign = origin !== undefined && !hosts.some((host) => origin === `http://${host}`);
    const site = context.req.header("sec-fetch-site") ?? "none";
    const mayCross = context.req.method === "GET" && !context.req.path.startsWith("/api/");
    const isCrossing = !["none", "same-origin"].includes(site) && !mayCross;
    if (isForeign || isCrossing) return problem(context, 403, "Only the playground's own page may ask this.");
    return next();
  };
}

/** As browsers write it: the port that `http` has anyway is left out. */
function hostOf(name: string, port: number): string {
  return new URL(`http://${name}:${port}`).host;
}

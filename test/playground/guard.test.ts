import { Hono } from "hono";
import { expect, test } from "vitest";
import { onlyFromHere } from "../../src/playground/guard.ts";

test.for([
  { port: 4646, host: "127.0.0.1:4646", status: 200 },
  { port: 4646, host: "127.0.0.1", status: 421 },
  // Browsers leave it out.
  { port: 80, host: "127.0.0.1", status: 200 },
  { port: 80, host: "localhost", status: 200 },
  { port: 80, host: "evil.example", status: 421 },
] as const)("answers $host at port $port with $status", async ({ port, host, status }) => {
  const app = new Hono().use(onlyFromHere(() => port)).get("/", (context) => context.text("here"));

  const response = await app.request("/", { headers: { host, origin: `http://${host}` } });

  expect(response.status).toBe(status);
});

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { settingNames } from "../../src/config.ts";
import { project } from "../readme/guides.ts";
import { type Loose, readYaml } from "./yaml-files.ts";

const [compose] = readYaml("compose.yaml");
const services: Record<string, Loose> = compose.services;
const bots = [services["bot-1"], services["bot-2"]];
const proxy = readFileSync(path.join(project, "deploy/nginx.conf"), "utf8");

test("two bots, a database and a proxy", () => {
  expect(Object.keys(services)).toEqual(["bot-1", "bot-2", "postgres", "proxy"]);
});

test("the bots differ by nothing but their address", () => {
  const [one, other] = bots.map(({ networks: _networks, ...rest }) => rest);
  expect(one).toEqual(other);
});

test("other images are held by their version", () => {
  const foreign = Object.values(services).filter(({ build }) => build === undefined);
  const images = foreign.map(({ image }): string => image);
  expect(images.filter((image) => !/^[a-z]+:\d+\.\d+(?:\.\d+)?-[a-z]+$/u.test(image))).toEqual([]);
  expect(images.length).toBe(2);
});

test("only settings that there are are set", () => {
  const named = bots.flatMap(({ environment }) => Object.keys(environment));
  expect(named.filter((name) => !settingNames.includes(name))).toEqual([]);
  const told = /secrets\/bot\.env\s+([A-Z_, ]+)/u.exec(readFileSync(path.join(project, "compose.yaml"), "utf8"))?.[1];
  expect(told?.split(", ").filter((name) => name !== "" && !settingNames.includes(name.trim()))).toEqual([]);
});

test("the proxy sends to the bots where they listen", () => {
  const servers = [...proxy.matchAll(/server (\S+:\d+)/gu)].map(([, address]) => address);
  const port = bots[0].environment.PORT;
  expect(servers).toEqual(bots.map(({ networks }) => `${networks.front.ipv4_address}:${port}`));
  const [{ subnet }] = compose.networks.front.ipam.config;
  expect(servers.every((server) => server?.startsWith(subnet.replace(/0\/24$/u, "")))).toBe(true);
});

test("nothing but the proxy can be reached, and the database reaches nothing", () => {
  expect(Object.keys(services).filter((name) => services[name].ports)).toEqual(["proxy"]);
  expect(services["postgres"].networks).toEqual(["database"]);
  expect(compose.networks.database.internal).toBe(true);
  expect(services["proxy"].networks).toEqual(["front"]);
});

test.for(Object.keys(services))("%s is held: read-only, without rights, within bounds, started again", (name) => {
  const service = services[name];
  expect(service).toMatchObject({ read_only: true, cap_drop: ["ALL"], restart: "unless-stopped" });
  expect(service.security_opt).toEqual(["no-new-privileges:true"]);
  expect([service.mem_limit, service.pids_limit, service.stop_grace_period, service.healthcheck]).not.toContain(
    undefined,
  );
});

test("what is secret stands in files that git and images leave out", () => {
  const files = Object.values<Loose>(compose.secrets).map(({ file }): string => file);
  expect(files.every((file) => file.startsWith("./secrets/"))).toBe(true);
  expect(readFileSync(path.join(project, ".gitignore"), "utf8").split("\n")).toContain("/secrets/");
  const [first] = readFileSync(path.join(project, ".dockerignore"), "utf8")
    .split("\n")
    .filter((line) => /^[^#]/u.test(line));
  expect(first).toBe("*");
  expect(bots.map(({ secrets }) => secrets)).toEqual(bots.map(() => [{ source: "bot", target: "/app/.env" }]));
});

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readConfig, settingNames } from "../../src/config.ts";
import { finishPatience } from "../../src/discord/finish-patience.ts";
import { project } from "../readme/guides.ts";
import { type Loose, readYaml, yamlFilesIn } from "./yaml-files.ts";

const folders = ["deploy/kubernetes", "deploy/kubernetes/gateway"];
const documents: Loose[] = folders.flatMap((folder) =>
  yamlFilesIn(folder).flatMap((name) => readYaml(`${folder}/${name}`)),
);
const ofKind = (kind: string): Loose[] => documents.filter((document) => document.kind === kind);
const workloads = [...ofKind("Deployment"), ...ofKind("StatefulSet")];
const podOf = ({ spec }: Loose): Loose => spec.template.spec;
const botOf = (workload: Loose): Loose => podOf(workload).containers[0];
const named = workloads.map((workload) => ({ name: `${workload.kind} ${workload.metadata.name}`, workload }));

test.for(folders)("%s applies every file but the example", (folder) => {
  const [{ resources }] = readYaml(`${folder}/kustomization.yaml`);
  const files = yamlFilesIn(folder).filter((name) => !/^kustomization|\.example\./u.test(name));
  expect(resources.toSorted()).toEqual(files.toSorted());
});

test("both ways have the same settings, all of which there are", () => {
  const [one, other] = ofKind("ConfigMap");
  expect(one).toEqual(other);
  const given = [
    ...ofKind("ConfigMap").map(({ data }) => data),
    ...ofKind("Secret").map(({ stringData }) => stringData),
  ];
  const names = given.flatMap((each) => Object.keys(each));
  const set = workloads.flatMap((workload) => botOf(workload).env.map(({ name }: Loose) => name));
  expect([...names, ...set].filter((name) => ![...settingNames, "POD_INDEX"].includes(name))).toEqual([]);
});

test.for(named)("$name asks for health where it is told", ({ workload }) => {
  const { startupProbe, readinessProbe, livenessProbe } = botOf(workload);
  const paths = [startupProbe, readinessProbe, livenessProbe].map(({ httpGet }) => httpGet.path);
  expect(paths).toEqual(["/readyz", "/readyz", "/healthz"]);
  const app = readFileSync(path.join(project, "src/discord/http-app.ts"), "utf8");
  expect(paths.filter((asked) => !app.includes(`.get("${asked}"`))).toEqual([]);
});

test.for(named)("$name listens at one port", ({ workload }) => {
  const [{ containerPort, name }, metrics] = botOf(workload).ports;
  const { PORT, METRICS_PORT } = ofKind("ConfigMap")[0].data;
  expect([containerPort, metrics.containerPort].map(String)).toEqual([PORT, METRICS_PORT]);
  const ports = ofKind("Service").flatMap(({ spec }) =>
    spec.ports.map(({ targetPort, port }: Loose) => targetPort ?? port),
  );
  expect(ports.every((port) => [name, containerPort].includes(port))).toBe(true);
  const letIn = ofKind("NetworkPolicy").flatMap(({ spec }) => spec.ingress.flatMap((rule: Loose) => rule.ports));
  expect(letIn.map(({ port }: Loose) => port)).toEqual([containerPort, metrics.containerPort, metrics.containerPort]);
});

test.for(named)("$name has no rights, and a read-only root", ({ workload }) => {
  expect(podOf(workload)).toMatchObject({
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true },
  });
  expect(botOf(workload).securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  });
});

test.for(named)("$name is found by its budget, its policy and its spread", ({ workload }) => {
  const { labels } = workload.spec.template.metadata;
  const selectors = [
    workload.spec.selector.matchLabels,
    podOf(workload).topologySpreadConstraints[0].labelSelector.matchLabels,
    ...ofKind("PodDisruptionBudget")
      .filter(({ metadata }) => metadata.name === workload.metadata.name)
      .map(({ spec }) => spec.selector.matchLabels),
    ...ofKind("Service")
      .filter(({ metadata }) => metadata.name === workload.metadata.name)
      .map(({ spec }) => spec.selector),
  ];
  expect(selectors).toEqual(Array(4).fill(labels));
});

test("there is time to finish what is under way before a pod goes", () => {
  for (const workload of workloads) {
    const wait = Number(botOf(workload).lifecycle?.preStop.exec.command[1] ?? 0);
    expect(podOf(workload).terminationGracePeriodSeconds * 1000).toBeGreaterThan(wait * 1000 + finishPatience + 1000);
  }
  const [deployment] = ofKind("Deployment");
  expect(deployment.spec.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
});

test("nothing but interactions is let through", () => {
  const [{ spec }] = ofKind("Ingress");
  const paths = spec.rules.flatMap(({ http }: Loose) => http.paths);
  expect(paths.map((each: Loose) => [each.path, each.pathType])).toEqual([
    ["/interactions", "Exact"],
    ["/interactions/", "Exact"],
  ]);
});

test("the pods of the gateway have every shard once", () => {
  const [set] = ofKind("StatefulSet");
  const { value } = botOf(set).env.find(({ name }: Loose) => name === "SHARDS");
  const read = Array.from({ length: set.spec.replicas }, (_, at) =>
    readConfig({ SHARDS: value.replace("$(POD_INDEX)", String(at)) }),
  );
  const shards = read.map((result) => (result.kind === "config" ? result.config.discord.shards : undefined));
  const ids = shards.flatMap((each) => (typeof each === "object" ? each.ids : []));
  expect(ids).toEqual(Array.from({ length: 16 }, (_, at) => at));
});

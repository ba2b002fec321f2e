import type { AgencyManifest, EntryKindManifest, EntryTypeManifest, SubgraphManifest } from "@parcours/shared/manifest";
import { issuerPort } from "./issuer/issuer-settings.js";

/** What of a subgraph its manifest is checked with. */
export interface NamedManifest {
  readonly name: string;
  readonly packageName: string;
  readonly manifest: SubgraphManifest;
}

const topics: readonly string[] = ["POINTER", "POLICY", "CONTACT"];
/** Where the gateway and the demonstration's issuer listen (design 10). */
const takenPorts: readonly number[] = [4000, issuerPort];
const codeForm = /^[A-Z][A-Z0-9_]*$/;
// The Region's first front door is called 1819.
const agencyForm = /^[A-Z0-9][A-Z0-9_]*$/;

/** Every fault of every manifest, each as a sentence that names the subgraph; empty when all is well. Source: issue 2, design 2. */
export function manifestFaults(subgraphs: readonly NamedManifest[]): string[] {
  const shape = subgraphs.flatMap(shapeFaults);
  // Codes can be compared only where the lists are lists.
  return shape.length > 0 ? shape : [...subgraphs.flatMap(contentFaults), ...commonFaults(subgraphs)];
}

function shapeFaults({ name, packageName, manifest }: NamedManifest): string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, sentence: string): void => void (holds || faults.push(`${name}: ${sentence}`));
  expect(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name), "the folder's name must be lower-case words joined by -");
  expect(packageName === `@parcours/${name}`, `its package must be called @parcours/${name}, not "${packageName}"`);
  expect(
    Number.isInteger(manifest.port) && manifest.port > 0 && manifest.port < 65_536,
    "`port` must be a number from 1 to 65535",
  );
  expect(!takenPorts.includes(manifest.port), `port ${manifest.port} is the gateway's or the issuer's`);
  expect(
    /^[a-z][a-z0-9_]{0,30}$/.test(manifest.database ?? ""),
    "`database` must be at most 31 lower-case letters, digits and underscores",
  );
  for (const list of ["feeds", "agencies", "entryTypes", "entryKinds"] as const)
    expect(Array.isArray(manifest[list]), `\`${list}\` must be a list`);
  return faults;
}

function contentFaults({ name, manifest }: NamedManifest): string[] {
  const types = new Set(manifest.entryTypes.map(({ type }) => type));
  const faults = [
    ...manifest.feeds
      .filter((topic) => !topics.includes(topic))
      .map((topic) => `feed topic "${topic}" is not one of ${topics.join(", ")}`),
    ...manifest.agencies.flatMap(agencyFaults),
    ...manifest.entryTypes.flatMap(typeFaults),
    ...manifest.entryKinds.flatMap((kind) => kindFaults(kind, types)),
    ...[...types]
      .filter((type) => !manifest.entryKinds.some((kind) => kind.type === type))
      .map((type) => `entry type ${type} has no kind`),
  ];
  if (types.size > 0 && !manifest.feeds.includes("POINTER"))
    faults.push("has entry types but no POINTER feed: the directory would never hear of them");
  return faults.map((fault) => `${name}: ${fault}`);
}

function agencyFaults(agency: AgencyManifest): string[] {
  const faults = labelFaults(agency.names).map((fault) => `agency ${agency.code}: ${fault}`);
  if (!agencyForm.test(agency.code))
    faults.push(`agency code "${agency.code}" must be capitals, digits and underscores`);
  if (!codeForm.test(agency.pole))
    faults.push(`agency ${agency.code}: pole "${agency.pole}" must be capitals and underscores`);
  const dates = { validFrom: agency.validFrom, validTo: agency.validTo, admittedAt: agency.admittedAt };
  for (const [field, date] of Object.entries(dates)) {
    if (date === undefined ? field === "validFrom" : !isDate(date))
      faults.push(`agency ${agency.code}: ${field} must be a date like 2018-01-01`);
  }
  if (agency.validTo !== undefined && agency.validTo < agency.validFrom)
    faults.push(`agency ${agency.code}: validTo is before validFrom`);
  if (agency.successor !== undefined && agency.validTo === undefined)
    faults.push(`agency ${agency.code}: has a successor but no validTo`);
  return faults;
}

function typeFaults(entry: EntryTypeManifest): string[] {
  const faults = /^[A-Z][A-Za-z0-9]*$/.test(entry.type)
    ? []
    : [`entry type "${entry.type}" must be the name of a GraphQL type`];
  return entry.timeline || entry.support
    ? faults
    : [...faults, `entry type ${entry.type} stands in neither timeline nor supports`];
}

function kindFaults(kind: EntryKindManifest, types: ReadonlySet<string>): string[] {
  const faults = labelFaults(kind.labels).map((fault) => `entry kind ${kind.code}: ${fault}`);
  if (!codeForm.test(kind.code)) faults.push(`entry kind "${kind.code}" must be capitals, digits and underscores`);
  if (!types.has(kind.type)) faults.push(`entry kind ${kind.code}: type "${kind.type}" is not among its entry types`);
  return faults;
}

function labelFaults(labels: Readonly<Record<string, unknown>> | undefined): string[] {
  return ["fr", "nl", "en"]
    .filter((language) => typeof labels?.[language] !== "string" || labels[language] === "")
    .map((language) => `has no ${language.toUpperCase()} name`);
}

/** What must be one of a kind over all subgraphs together. */
function commonFaults(subgraphs: readonly NamedManifest[]): string[] {
  const each = (list: (manifest: SubgraphManifest) => readonly (string | number)[]) =>
    subgraphs.flatMap(({ name, manifest }) => list(manifest).map((value) => ({ name, value })));
  const agencies = each(({ agencies }) => agencies.map(({ code }) => code));
  const codes = new Set(agencies.map(({ value }) => value));
  const lost = subgraphs.flatMap(({ name, manifest }) =>
    manifest.agencies.flatMap(({ code, successor }) =>
      successor !== undefined && !codes.has(successor)
        ? [`${name}: agency ${code}: no subgraph has its successor ${successor}`]
        : [],
    ),
  );
  return [
    ...twice(
      "port",
      each(({ port }) => [port]),
    ),
    ...twice(
      "database",
      each(({ database }) => [database]),
    ),
    ...twice("agency", agencies),
    ...twice(
      "entry type",
      each(({ entryTypes }) => entryTypes.map(({ type }) => type)),
    ),
    ...twice(
      "entry kind",
      each(({ entryKinds }) => entryKinds.map(({ code }) => code)),
    ),
    ...lost,
    ...spineFaults(subgraphs),
  ];
}

function twice(what: string, entries: readonly { name: string; value: string | number }[]): string[] {
  const owners = new Map<string | number, string[]>();
  for (const { name, value } of entries) owners.set(value, [...(owners.get(value) ?? []), name]);
  return [...owners]
    .filter(([, names]) => names.length > 1)
    .map(([value, names]) => `${what} ${value} is declared more than once: ${names.join(", ")}`);
}

function spineFaults(subgraphs: readonly NamedManifest[]): string[] {
  const spines = subgraphs.filter(({ manifest }) => manifest.spine === true).map(({ name }) => name);
  return spines.length === 1
    ? []
    : [
        `exactly one subgraph must say \`spine\`, ${spines.length === 0 ? "none does" : `these do: ${spines.join(", ")}`}`,
      ];
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

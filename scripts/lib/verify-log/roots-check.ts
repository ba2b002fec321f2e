/** Checks the daily roots of one subgraph: the own, and those that the others keep. */
import { isEndorsed, isSigned, keyId, type SignedRoot } from "@parcours/shared/access-log/log-root";
import type { ClosedDays } from "./chain-walk.js";
import type { Faults } from "./faults.js";
import type { KeptRoot, SeenKey } from "./log-tables.js";
import type { Vouchers } from "./vouchers.js";

/** What another subgraph keeps of the one that is verified. */
export interface Witness {
  readonly name: string;
  readonly roots: readonly KeptRoot[];
  readonly keys: readonly SeenKey[];
}

/** Tells what is wrong with the roots, and lets all of them vouch for the chains. */
export function checkRoots(
  producer: string,
  own: readonly SignedRoot[],
  witnesses: readonly Witness[],
  vouchers: Vouchers,
  faults: Faults,
): void {
  checkOwn(producer, own, faults);
  for (const witness of witnesses) checkWitness(producer, own, witness, faults);
  for (const { day, heads } of own) vouchers.add(heads, `the daily root of ${day}`);
  for (const { name, roots } of witnesses)
    for (const root of roots)
      if (isWhole(root)) vouchers.add(root.heads, `the daily root of ${root.day} kept at ${name}`);
}

function checkOwn(producer: string, own: readonly SignedRoot[], faults: Faults): void {
  let before: string | null = null;
  for (const root of own) {
    if (!isSigned(root)) faults.tell(`the daily root of ${root.day} was changed: its signature does not fit`);
    if (root.previous !== before) faults.tell(`a daily root before ${root.day} was changed or is missing`);
    before = root.hash;
  }
  const keys = own.filter(({ key }, index) => own.findIndex((other) => other.key === key) === index);
  for (const root of unendorsed(producer, keys))
    faults.tell(`the key of the daily root of ${root.day} (${keyId(root.key)}) is not signed by the one before`);
}

function checkWitness(
  producer: string,
  own: readonly SignedRoot[],
  { name, roots, keys }: Witness,
  faults: Faults,
): void {
  const ownByDay = new Map(own.map((root) => [root.day, root.hash]));
  const days = new Set<string>();
  for (const root of roots) {
    if (days.has(root.day)) faults.tell(`${name} was given two daily roots of ${root.day}`);
    days.add(root.day);
    if (!isWhole(root)) faults.tell(`${name} keeps a daily root of ${root.day} whose signature does not fit`);
    const mine = ownByDay.get(root.day);
    if (mine === undefined) faults.tell(`the daily root of ${root.day} is missing (${name} keeps it)`);
    else if (mine !== root.hash) faults.tell(`the daily root of ${root.day} is another than ${name} keeps`);
  }
  for (const { key, firstSeen } of unendorsed(producer, keys))
    faults.tell(
      `${name} saw a new key (${keyId(key)}) on ${firstSeen.toISOString().slice(0, 10)} that the one before did not sign`,
    );
}

function isWhole(root: KeptRoot): boolean {
  return isSigned({ ...root, formerKey: null, endorsement: null });
}

/** The first key is taken as it comes; each later one must be signed by one that was known before it. */
function unendorsed<Key extends Pick<SeenKey, "key" | "formerKey" | "endorsement">>(
  producer: string,
  keys: readonly Key[],
): Key[] {
  return keys.filter(({ key, formerKey, endorsement }, index) => {
    if (index === 0) return false;
    const isKnown = keys.slice(0, index).some((earlier) => earlier.key === formerKey);
    return !(isKnown && formerKey && endorsement && isEndorsed(producer, key, formerKey, endorsement));
  });
}

/** What is closed: what another keeps goes before what lies in the own database. */
export function closedDays(own: readonly SignedRoot[], witnesses: readonly Witness[]): ClosedDays {
  const days = new Map<number, ReadonlyMap<string, number>>();
  for (const { day, heads } of [...own, ...witnesses.flatMap(({ roots }) => roots.filter(isWhole).toReversed())])
    days.set(Date.parse(day) / 86_400_000, new Map(heads.map(({ chain, position }) => [chain, position])));
  const newest = Math.max(-1, ...days.keys());
  return { newest, lastOf: (day, chain) => days.get(day)?.get(chain) };
}

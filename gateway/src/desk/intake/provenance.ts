/** Where and when the facts of a form were given, as their owners kept it (J03 (3)); each owner tells what the reader reads. */
import type { ToldProvenance } from "@parcours/shared/facts/facts-request";
import type { DescribedFact } from "@parcours/shared/intake/described-form";
import type { Owners } from "../owners.js";
import { holderOf, type IntakeHolders } from "./form-operation.js";

/** By coordinate; a register's facts and those of a silent owner are left out. */
export async function provenanceOf(
  owners: Owners,
  facts: readonly DescribedFact[],
  holders: IntakeHolders,
): Promise<ReadonlyMap<string, ToldProvenance>> {
  const groups = new Map<string, DescribedFact[]>();
  for (const fact of facts) {
    if (fact.source.register || holders[holderOf(fact)] === null) continue;
    const key = `${fact.owner} ${holderOf(fact)}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const told = await Promise.all([...groups.values()].map((group) => askedOf(owners, group, holders)));
  return new Map(told.flat().map((one) => [one.coordinate, one]));
}

async function askedOf(
  owners: Owners,
  group: readonly DescribedFact[],
  holders: IntakeHolders,
): Promise<readonly ToldProvenance[]> {
  const [first] = group;
  if (!first) return [];
  const type = holderOf(first);
  const body = {
    action: "PROVENANCE",
    holder: { type, id: holders[type] },
    coordinates: group.map(({ coordinate }) => coordinate),
  };
  const answer = await owners.post(first.owner, "/facts", body);
  return answer?.status === 200 ? (answer.body as { readonly provenance: readonly ToldProvenance[] }).provenance : [];
}

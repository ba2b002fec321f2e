import { stories } from "@parcours/shared/demonstration/population";
import { sites } from "@parcours/shared/demonstration/sites";
import type { EntrepreneurStory, World } from "@parcours/shared/demonstration/story";
import { discoverSubgraphs } from "../discover-subgraphs.js";

const world: World = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 2500 };
const agencies = new Map(
  discoverSubgraphs()
    .flatMap(({ manifest }) => manifest.agencies)
    .map((agency) => [agency.code, agency]),
);

/** Every agency of a story with the day on which it did something. */
function* actsOf({ interactions, referrals, coaching, financing, housing }: EntrepreneurStory) {
  for (const { agency, at } of [...interactions, ...housing.visits]) yield { agency, at };
  for (const { toAgency, sentAt } of referrals) yield { agency: toAgency, at: sentAt };
  for (const { agency, openedAt } of coaching.dossiers) yield { agency, at: openedAt };
  for (const { agency, receivedAt } of coaching.difficultyCases) yield { agency, at: receivedAt };
  for (const { agency, submittedAt } of financing.applications) yield { agency, at: submittedAt };
  for (const { agency, from } of housing.stays) yield { agency, at: new Date(from) };
}

it("lets only agencies act that some subgraph declares, while they exist under that name (R68)", () => {
  const faults = new Set<string>();
  for (const story of stories(world)) {
    for (const { agency, at } of actsOf(story)) {
      const declared = agencies.get(agency);
      const day = at.toISOString().slice(0, 10);
      if (!declared) faults.add(`${agency} is declared nowhere`);
      else if (day < declared.validFrom || day > (declared.validTo ?? day)) faults.add(`${agency} acts on ${day}`);
    }
  }
  for (const { agency, openedOn, permanences } of sites(world)) {
    if (openedOn < (agencies.get(agency)?.validFrom ?? "9999")) faults.add(`${agency} opens a site on ${openedOn}`);
    for (const permanence of permanences) if (!agencies.has(permanence.agency)) faults.add(permanence.agency);
  }
  expect([...faults]).toEqual([]);
});

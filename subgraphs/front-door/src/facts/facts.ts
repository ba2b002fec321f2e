/** What the front door keeps of persons: whose facts they are, what people change of themselves, what 1819 puts right (design 7; J29). */
import { statement } from "@parcours/shared/database";
import type { FactsKept, FactSubject } from "@parcours/shared/facts/facts-kept";
import { addContactPoints } from "./contact-points.facts.js";
import { changeMandate } from "./mandates.facts.js";
import { personFacts } from "./person.facts.js";

const read = statement(
  `select e.id, e.id as "entrepreneurId", null as "enterpriseNumber", '1819' as "agencyCode", e.source, e.known_since as since
     from entrepreneur e where e.id = $1`,
);

/** Language, contact points, and sex, which nobody else reads. */
export const facts: FactsKept = {
  subjects: {
    Entrepreneur: async (queries, id) => (await queries.query<FactSubject>(read, [id]))[0] ?? null,
  },
  changes: { ...personFacts, "Entrepreneur.contactPoints": addContactPoints, "Entrepreneur.mandates": changeMandate },
  own: ["Entrepreneur.preferredLanguage", "Entrepreneur.contactPoints", "Entrepreneur.sex"],
};

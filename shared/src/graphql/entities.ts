/**
 * Things another subgraph owns, as a subgraph that only refers to them declares them: the key, and nothing else. Field resolvers attach to
 * a class for the whole process, so each subgraph derives stubs of its own; what the graph says of the key is said here, once.
 */
import { Directive, Field, ID, ObjectType } from "type-graphql";
import type { PolicyCopy } from "../feed/policy-copy.js";
import { Category } from "../visibility/category.js";

/** Refers to an agency: `{ code }`. The spine adds what it knows of it; elsewhere the code is all there is. */
@ObjectType("Agency", { description: "A body that helps entrepreneurs." })
@Directive('@key(fields: "code")')
export class AgencyReference {
  @Field(() => ID, { nullable: false, description: "The agency's code: `INNOVIRIS`. It never changes; names do." })
  @Category("PUBLIC")
  code!: string;
}

/** The agency of a row. */
export function agencyReference(code: string): AgencyReference {
  return { code };
}

/** What `Entrepreneur` is, for every subgraph that declares a stub of it. */
export const entrepreneurDescription =
  "A person who undertakes, or means to; one for all agencies. An enterprise number is not needed.";

/** The key of a person. A subgraph's stub extends it, as `Entrepreneur @key(fields: "id")`. */
@ObjectType()
export abstract class EntrepreneurKey {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the person." })
  @Category("PUBLIC")
  id!: string;
}

/** The person whom a column of a row names, under the id in use today, whatever id stands there (design section 5); null where it names none. */
export async function personNamed(entrepreneurId: string | null, policy: PolicyCopy): Promise<EntrepreneurKey | null> {
  return entrepreneurId === null ? null : { id: (await policy.identity(entrepreneurId)).canonicalId };
}

/** What `Enterprise` is, for every subgraph that declares a stub of it. */
export const enterpriseDescription =
  "An enterprise, known by its number. Facts come from the authentic register; help from the agencies.";

/** The key of an enterprise. A subgraph's stub extends it, as `Enterprise @key(fields: "number")`. */
@ObjectType()
export abstract class EnterpriseKey {
  @Field(() => ID, { nullable: false, description: "Enterprise number: ten digits without dots, the first 0 or 1." })
  @Category("PUBLIC")
  number!: string;
}

/** The enterprise that a column of a row names; null where it names none. */
export function enterpriseNamed(number: string | null): EnterpriseKey | null {
  return number === null ? null : { number };
}

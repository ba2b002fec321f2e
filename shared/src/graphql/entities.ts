/** Things another subgraph owns, as a subgraph that only refers to them declares them: the key, and nothing else. */
import { Directive, Field, ID, ObjectType } from "type-graphql";
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

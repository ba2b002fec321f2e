import { ObjectType } from "type-graphql";

/** What Sample agency holds on an enterprise. An object with empty lists where it holds nothing. */
@ObjectType({
  description:
    "What Sample agency holds on an enterprise. Empty lists where it holds nothing; never null without an error.",
})
export class EnterpriseSampleAgency {
  /** The enterprise that it is about. */
  enterpriseNumber!: string;
}

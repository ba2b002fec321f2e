import { ObjectType } from "type-graphql";

/** What Sample agency holds on a person. An object with empty lists where it holds nothing. */
@ObjectType({
  description: "What Sample agency holds on a person. Empty lists where it holds nothing; never null without an error.",
})
export class EntrepreneurSampleAgency {
  /** The person whom it is about. */
  entrepreneurId!: string;
}

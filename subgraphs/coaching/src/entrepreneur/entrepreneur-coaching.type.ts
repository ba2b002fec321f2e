import { ObjectType } from "type-graphql";

/** What the coaching pole holds on a person; its fields page each kind of dossier. An object with empty lists where it holds nothing. */
@ObjectType({
  description:
    "What the coaching pole holds on a person. Empty lists where it holds nothing; never null without an error.",
})
export class EntrepreneurCoaching {
  /** The person whom it is about. */
  entrepreneurId!: string;
}

import { ObjectType } from "type-graphql";

/** What the housing pole holds on a person; its fields page each kind of entry. */
@ObjectType({
  description:
    "What the housing pole holds on a person. Empty lists where it holds nothing; never null without an error.",
})
export class EntrepreneurHousing {
  /** The person whom it is about. */
  entrepreneurId!: string;
}

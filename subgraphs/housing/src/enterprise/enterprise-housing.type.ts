import { ObjectType } from "type-graphql";

/** What the housing pole holds on an enterprise; its fields page each kind of entry. */
@ObjectType({
  description:
    "What the housing pole holds on an enterprise. Empty lists where it holds nothing; never null without an error.",
})
export class EnterpriseHousing {
  /** The enterprise that it is about. */
  enterpriseNumber!: string;
}

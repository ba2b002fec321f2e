import { ObjectType } from "type-graphql";

/**
 * What the coaching pole holds on an enterprise: what was opened for it by number. What a person holds alone (a dossier without enterprise
 * number, a test phase, a difficulty case) is not in it, so that a mandatary or a buyer does not see a private path (J12).
 */
@ObjectType({
  description:
    "What the coaching pole holds on an enterprise: entries that were opened for it by number. What a person holds is not in it. " +
    "Empty lists where it holds nothing; never null without an error.",
})
export class EnterpriseCoaching {
  /** The enterprise that it is about. */
  enterpriseNumber!: string;
}

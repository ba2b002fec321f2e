import { ObjectType } from "type-graphql";

/** What the financing pole holds on a person; its fields page each kind of dossier. */
@ObjectType({
  description:
    "What the financing pole holds on a person. Empty lists where it holds nothing; never null without an error.",
})
export class EntrepreneurFinancing {
  /** The person whom it is about. */
  entrepreneurId!: string;
}

/** What the financing pole holds on an enterprise; its fields page each kind of dossier. */
@ObjectType({
  description:
    "What the financing pole holds on an enterprise. Empty lists where it holds nothing; never null without an error.",
})
export class EnterpriseFinancing {
  /** Ten digits of the enterprise whom it is about. */
  enterpriseNumber!: string;
}

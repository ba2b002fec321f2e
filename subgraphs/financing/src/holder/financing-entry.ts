import { Entry } from "@parcours/shared/graphql/entry";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ObjectType } from "type-graphql";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";

/** An entry of the financing pole: an entry of the directory that leads back to its holder. */
@ObjectType()
export abstract class FinancingEntry extends Entry {
  @Field(() => EnterpriseStub, {
    description:
      "The enterprise it belongs to; null where it is the person's own, or where there is no enterprise yet.",
  })
  @Category("DOSSIER_HEADER")
  enterprise!: EnterpriseStub | null;
}

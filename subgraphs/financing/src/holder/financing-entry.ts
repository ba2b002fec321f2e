import { GrantedEntry } from "@parcours/shared/graphql/granted-entry";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ObjectType } from "type-graphql";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";

/** Granted help of the financing pole: an entry of the directory that leads back to its holder. */
@ObjectType()
export abstract class FinancingEntry extends GrantedEntry {
  @Field(() => EnterpriseStub, {
    description:
      "The enterprise it belongs to; null where it is the person's own, or where there is no enterprise yet.",
  })
  @Category("SUPPORT_GRANTED")
  enterprise!: EnterpriseStub | null;
}

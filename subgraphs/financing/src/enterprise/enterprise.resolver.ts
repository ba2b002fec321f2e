import { enterpriseNumberAsked } from "@parcours/shared/ids";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { EnterpriseFinancing } from "../financing-section/financing-section.type.js";
import { EnterpriseStub } from "./enterprise.stub.js";

/** What financing contributes to an enterprise. */
@Resolver(() => EnterpriseStub)
export class EnterpriseResolver {
  @Query(() => EnterpriseFinancing, {
    description:
      "What the financing pole holds on an enterprise; needs no other subgraph. Errors: ENTERPRISE_NUMBER_INVALID.",
  })
  @Category("LOOK_UP")
  financingOfEnterprise(
    @Arg("enterpriseNumber", () => String, { nullable: false, description: "Enterprise number in any notation." })
    enterpriseNumber: string,
  ): EnterpriseFinancing {
    return { enterpriseNumber: enterpriseNumberAsked(enterpriseNumber) };
  }

  @FieldResolver(() => EnterpriseFinancing, { description: "What the financing pole holds on this enterprise." })
  @Category("DOSSIER_HEADER")
  financing(@Root() { number }: EnterpriseStub): EnterpriseFinancing {
    return { enterpriseNumber: number };
  }
}

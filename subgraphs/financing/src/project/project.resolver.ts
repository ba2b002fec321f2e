import { Category } from "@parcours/shared/visibility/category";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { FundingApplication } from "../funding-application/funding-application.entity.js";
import type { FinancingContext } from "../services.js";
import { ProjectStub } from "./project.stub.js";

/** What financing contributes to a project. */
@Resolver(() => ProjectStub)
export class ProjectResolver {
  @FieldResolver(() => [FundingApplication], {
    description:
      "Applications that named the project, before and after it had an enterprise number, newest first; at most 100. Those of which you may not know are left out.",
  })
  @Category("ENTRY_BY_ID")
  applications(@Root() { id }: ProjectStub, @Ctx() { services }: FinancingContext): Promise<FundingApplication[]> {
    return services.projectApplications.of(id);
  }
}

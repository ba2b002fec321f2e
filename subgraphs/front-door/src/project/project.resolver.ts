import { pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { filterOf } from "../document/document.resolver.js";
import { DocumentArguments, DocumentConnection, type DocumentEntry } from "../document/document.type.js";
import type { FrontDoorContext } from "../services.js";
import { ProjectStub } from "./project.stub.js";

/** What the front door contributes to a project: where its documents are. Whose project it is the front door does not know; each row says it. */
@Resolver(() => ProjectStub)
export class ProjectResolver {
  @FieldResolver(() => DocumentConnection, {
    description:
      "What agencies were given for this project, before and after it became an enterprise, newest first; what is not shared with you is left out, and documents of a restricted dossier are never here. Who acts for the enterprise that it became finds them in `Enterprise.documents`.",
  })
  @Category("ENTRY_BY_ID")
  documents(
    @Root() { id }: ProjectStub,
    @Args(() => DocumentArguments) asked: DocumentArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<DocumentEntry>> {
    return services.documents.ofProject(id, pageAskedBy(asked), filterOf(asked));
  }
}

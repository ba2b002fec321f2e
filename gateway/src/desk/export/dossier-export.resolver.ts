import { LanguageCode } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { DeskContext } from "../desk-context.js";
import { DossierExport } from "./dossier-export.type.js";

/** The copy of a dossier in the graph. */
@Resolver()
export class DossierExportResolver {
  @Query(() => DossierExport, {
    description:
      "All that the owners hold of the person who is signed in, with the timeline, the owners' restricted sections and who looked, each fact with its source (GDPR 15). The data protection officer names the person, and gets what the officer may see. A copy that reaches a limit of size or time says what it leaves out. Errors: ID_INVALID, NOT_SHARED, DOSSIER_EXPORT_RUNNING.",
  })
  @Category("DOSSIER_EXPORT")
  exportMyDossier(
    @Arg("language", () => LanguageCode, {
      nullable: true,
      description: "Of labels and of the page; that of the request where it is not given.",
    })
    language: LanguageCode | null,
    @Arg("entrepreneurId", () => ID, { nullable: true, description: "The person, for the data protection officer." })
    entrepreneurId: string | null,
    @Ctx() { services, request }: DeskContext,
  ): Promise<DossierExport> {
    return services.dossierExports.make(
      { language: language ?? request.language, entrepreneurId: entrepreneurId ?? null },
      request,
    );
  }
}

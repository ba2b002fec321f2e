import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { FrontDoorContext } from "../services.js";
import { OtherEntry } from "./other-entry.type.js";

/** What can be said of an entry whose type this graph does not know: its kind. */
@Resolver(() => OtherEntry)
export class OtherEntryResolver {
  @FieldResolver(() => String, {
    description: "The label of its kind; the code itself where the graph does not know the kind either.",
  })
  @Category("DOSSIER_HEADER")
  label(
    @Root() { kind }: OtherEntry,
    @Ctx() { request }: FrontDoorContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn(kind.labels, language, request);
  }
}

import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Ctx, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { FrontDoorContext } from "../services.js";
import { OwnEntry } from "./own-entry.js";
import { TimelineEntry } from "./timeline-entry.type.js";

/** An entry whose type this graph does not know yet: an agency may grow before its clients do. */
@ObjectType({ description: "An entry of a type that this graph does not know yet. All that is known of it is its pointer.", simpleResolvers: true, implements: TimelineEntry })
export class OtherEntry extends OwnEntry {}

/** What can be said of such an entry: its kind. */
@Resolver(() => OtherEntry)
export class OtherEntryResolver {
  @FieldResolver(() => String, { description: "The label of its kind; the code itself where the graph does not know the kind either." })
  @Category("DOSSIER_HEADER")
  label(@Root() { kind }: OtherEntry, @Ctx() { request }: FrontDoorContext, @LanguageArgument() language?: Language | null): string | null {
    return labelIn(kind.labels, language, request);
  }
}

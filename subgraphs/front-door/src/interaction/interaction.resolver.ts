import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { mayRead } from "@parcours/shared/visibility/may-read";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { FrontDoorContext } from "../services.js";
import { Interaction } from "./interaction.entity.js";

/** Contacts in the graph. */
@Resolver(() => Interaction)
export class InteractionResolver {
  @Query(() => Interaction, { description: "One contact with 1819." })
  @Category("ENTRY_BY_ID")
  interaction(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the contact." }) id: string,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<object> {
    return services.interactions.reference({ id });
  }

  @FieldResolver(() => String, {
    description: "How the person reached 1819; for who may read the content, also what it was about.",
  })
  @Category("DOSSIER_HEADER")
  async label(
    @Root() interaction: Interaction,
    @Ctx() { policy, request }: FrontDoorContext,
    @LanguageArgument() language?: Language | null,
  ): Promise<string> {
    // A topic such as "difficulty" tells what the agencies' restricted sections withhold.
    const isContentOpen = await mayRead(request.reader, "INTERACTION_CONTENT", interaction, policy);
    if (isContentOpen) request.looks.note(interaction, "INTERACTION_CONTENT", true, interaction);
    const told = isContentOpen ? [interaction.channel, interaction.topic] : [interaction.channel];
    return told.map(({ labels }) => labelIn(labels, language, request)).join(" · ");
  }
}

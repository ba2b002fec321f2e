import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import type { Language } from "@parcours/shared/languages";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from "type-graphql";
import type { FrontDoorContext } from "../services.js";
import { SupportService } from "./support-service.entity.js";

/** What services are narrowed to. Each given part narrows; a service that restricts nothing in a part answers every value of it. */
@InputType({
  description:
    "What services are narrowed to; each given part narrows further. Values are codes as the services show them; one that does not exist is refused (`SUPPORT_SERVICE_CODE_UNKNOWN`), with those that do.",
})
export class SupportServiceFilterInput {
  @Field(() => String, { description: "Place on the entrepreneur's path: `FINANCING_SUBSIDY`." })
  category!: string | null;

  @Field(() => String, { description: "Stage of the enterprise's life: `PRE_CREATION`." })
  stage!: string | null;

  @Field(() => String, { description: "Profile: `CANDIDATE`." })
  profile!: string | null;

  @Field(() => String, { description: "Sector: `ICT`." })
  sector!: string | null;

  @Field(() => String, { description: "Need: `PERMITS`." })
  need!: string | null;

  @Field(() => ID, { description: "Code of the agency that keeps the entry." })
  agency!: string | null;

  @Field(() => String, { description: "Language in which the person must be helped: `EN`." })
  helpLanguage!: string | null;
}

/** The catalogue in the graph. */
@Resolver(() => SupportService)
export class SupportServiceResolver {
  @Query(() => [SupportService], {
    description:
      "The services on offer today for a profile, stage, sector and need (S20, S22), by code: the order follows no merit (R32).",
  })
  @Category("PUBLIC")
  async supportServices(
    @Ctx() { services, request }: FrontDoorContext,
    @Arg("filter", () => SupportServiceFilterInput, {
      nullable: true,
      description: "What to narrow to; nothing gives the whole catalogue.",
    })
    filter?: SupportServiceFilterInput | null,
    @LanguageArgument() language?: Language | null,
  ): Promise<AskedService[]> {
    const found = await services.supportServices.onOffer(filter ?? {});
    return found.map((service) => Object.assign(service, { askedLanguage: language ?? request.language }));
  }

  @FieldResolver(() => String, { nullable: false, description: "The service's name." })
  @Category("PUBLIC")
  name(
    @Root() service: AskedService,
    @Ctx() { request }: FrontDoorContext,
    @LanguageArgument() language?: Language | null,
  ): string {
    return labelIn(service.names, language ?? service.askedLanguage, request) ?? service.code;
  }

  @FieldResolver(() => String, { nullable: false, description: "What it is, for whom, what it asks." })
  @Category("PUBLIC")
  summary(
    @Root() service: AskedService,
    @Ctx() { request }: FrontDoorContext,
    @LanguageArgument() language?: Language | null,
  ): string {
    return labelIn(service.summaries, language ?? service.askedLanguage, request) ?? "";
  }
}

/** A service with the language in which the list was asked. */
type AskedService = SupportService & { readonly askedLanguage?: Language };

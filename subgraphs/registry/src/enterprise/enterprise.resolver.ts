import { codeOf } from "@parcours/shared/graphql/code";
import { Code } from "@parcours/shared/graphql/values";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { legalSituations } from "../labels/legal-situations.js";
import { keyPageAskedBy } from "../owned-pages.js";
import type { RegistryContext } from "../services.js";
import { Enterprise, EnterpriseConnection } from "./enterprise.entity.js";
import { legalSituationOf } from "./legal-situation.rules.js";
import { RegistrySearchArguments } from "./search-arguments.js";

/** Enterprises in the graph: how they are found, and the codes of their own row. */
@Resolver(() => Enterprise)
export class EnterpriseResolver {
  @Query(() => Enterprise, {
    description: "One enterprise by number; also one the register does not know. Needs no other subgraph.",
  })
  @Category("PUBLIC")
  registryEnterprise(
    @Arg("number", () => String, {
      nullable: false,
      description: "Enterprise number in any notation: `BE 0202.239.951`.",
    })
    number: string,
    @Ctx() { services }: RegistryContext,
  ): Promise<Enterprise> {
    return services.enterprises.byNumber(number);
  }

  @Query(() => EnterpriseConnection, {
    description: "Enterprises by name or by the first digits of the number. Needs no other subgraph.",
  })
  @Category("PUBLIC")
  registryEnterprises(
    @Args(() => RegistrySearchArguments) search: RegistrySearchArguments,
    @Ctx() { services }: RegistryContext,
  ): Promise<Page<Enterprise>> {
    return services.enterprises.search(search.name ?? null, search.numberPrefix ?? null, keyPageAskedBy(search));
  }

  @FieldResolver(() => Code, { description: "Natural or legal person (KBO TypeOfEnterprise)." })
  @Category("PUBLIC")
  type(@Root() { typeCode }: Enterprise, @Ctx() { services }: RegistryContext): Promise<Code | null> {
    return services.codes.of("TypeOfEnterprise", typeCode);
  }

  @FieldResolver(() => Code, {
    description: "KBO Status. It is AC (active) also in liquidation and bankruptcy: see `legalSituation`.",
  })
  @Category("PUBLIC")
  status(@Root() { statusCode }: Enterprise, @Ctx() { services }: RegistryContext): Promise<Code | null> {
    return services.codes.of("Status", statusCode);
  }

  @FieldResolver(() => Code, {
    description: "KBO JuridicalSituation as registered: the last event in the enterprise's legal life.",
  })
  @Category("PUBLIC")
  juridicalSituation(
    @Root() { situationCode }: Enterprise,
    @Ctx() { services }: RegistryContext,
  ): Promise<Code | null> {
    return services.codes.of("JuridicalSituation", situationCode);
  }

  @FieldResolver(() => Code, {
    description:
      "What has become of it, which `status` does not tell: NORMAL, IN_LIQUIDATION, BANKRUPT, REORGANISATION, DISSOLVED, CEASED…",
  })
  @Category("PUBLIC")
  async legalSituation(
    @Root() { situationCode }: Enterprise,
    @Ctx() { services }: RegistryContext,
  ): Promise<Code | null> {
    const registered = await services.codes.of("JuridicalSituation", situationCode);
    return codeOf(
      legalSituations,
      legalSituationOf(situationCode, registered?.labels.fr ?? registered?.labels.nl ?? null),
    );
  }

  @FieldResolver(() => Code, {
    description:
      "Legal form as it must be read today: the form of the Companies and Associations Code where the registered one is older.",
  })
  @Category("PUBLIC")
  legalForm(@Root() { formCode, formCacCode }: Enterprise, @Ctx() { services }: RegistryContext): Promise<Code | null> {
    return services.codes.of("JuridicalForm", formCacCode ?? formCode);
  }

  @FieldResolver(() => Code, { description: "Legal form as registered (KBO JuridicalForm)." })
  @Category("PUBLIC")
  registeredForm(@Root() { formCode }: Enterprise, @Ctx() { services }: RegistryContext): Promise<Code | null> {
    return services.codes.of("JuridicalForm", formCode);
  }
}

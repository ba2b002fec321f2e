import { pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { enterpriseNumberAsked } from "@parcours/shared/ids";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { DirectoryEntry } from "../directory/directory.service.js";
import { EntryArguments, filterAskedBy } from "../directory/entry-filter.args.js";
import { SupportConnection } from "../directory/support.type.js";
import type { FrontDoorContext } from "../services.js";
import { EnterpriseReference } from "./enterprise.entity.js";

/** Enterprises in the graph: the front door owns the key, the registry the facts. */
@Resolver(() => EnterpriseReference)
export class EnterpriseResolver {
  @Query(() => EnterpriseReference, {
    description:
      "One enterprise, by its number in any notation. A valid number that no register knows still answers, and shows what agencies hold. Error: ENTERPRISE_NUMBER_INVALID.",
  })
  @Category("PUBLIC")
  enterprise(
    @Arg("number", () => String, { nullable: false, description: "0202.239.951, BE 0202 239 951, 202239951…" })
    number: string,
  ): EnterpriseReference {
    return { number: enterpriseNumberAsked(number) };
  }

  @FieldResolver(() => SupportConnection, {
    description:
      "Every help that the enterprise enjoys over all agencies, newest first (S3, R03); restricted help is in its owner's own section only.",
  })
  @Category("SUPPORT_GRANTED")
  supports(
    @Root() { number }: EnterpriseReference,
    @Args(() => EntryArguments) entries: EntryArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<DirectoryEntry>> {
    return services.directory.supportsOfEnterprise(number, pageAskedBy(entries), filterAskedBy(entries));
  }
}

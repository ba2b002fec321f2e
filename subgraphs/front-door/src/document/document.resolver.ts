import { DomainError, kernelErrors } from "@parcours/shared/errors";
import { pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { idAsked } from "@parcours/shared/ids";
import type { Page } from "@parcours/shared/paging";
import { brusselsDate } from "@parcours/shared/periods";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { EnterpriseReference } from "../enterprise/enterprise.entity.js";
import { Entrepreneur } from "../entrepreneur/entrepreneur.entity.js";
import type { FrontDoorContext } from "../services.js";
import type { DocumentFilter } from "./document-pointer.repository.js";
import { DocumentArguments, DocumentConnection, DocumentEntry } from "./document.type.js";

/** One document in the graph. */
@Resolver(() => DocumentEntry)
export class DocumentResolver {
  @Query(() => DocumentEntry, {
    description: "A document by its id. Null with NOT_SHARED where it is unknown or not shared. Errors: ID_INVALID.",
  })
  @Category("ENTRY_BY_ID")
  async document(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the document." }) id: string,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<DocumentEntry> {
    const found = await services.documents.seen(idAsked(id));
    if (!found) throw new DomainError(kernelErrors.NOT_SHARED);
    return found;
  }

  @FieldResolver(() => DocumentEntry, { description: "The version that replaced it; null while none did." })
  @Category("DOCUMENT")
  supersededBy(
    @Root() { supersededById }: DocumentEntry,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<DocumentEntry | null> {
    return services.documents.seen(supersededById);
  }
}

/** Documents of a person. */
@Resolver(() => Entrepreneur)
export class EntrepreneurDocumentResolver {
  @FieldResolver(() => DocumentConnection, {
    description:
      "What agencies were given of this person, newest first; what is not shared with you is left out, and documents of a restricted dossier are never here.",
  })
  @Category("DOSSIER_HEADER")
  documents(
    @Root() { id }: Entrepreneur,
    @Args(() => DocumentArguments) asked: DocumentArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<DocumentEntry>> {
    return services.documents.ofPerson(id, pageAskedBy(asked), filterOf(asked));
  }
}

/** Documents of an enterprise. */
@Resolver(() => EnterpriseReference)
export class EnterpriseDocumentResolver {
  @FieldResolver(() => DocumentConnection, {
    description: "What agencies were given of this enterprise, newest first; what is not shared with you is left out.",
  })
  @Category("DOSSIER_HEADER")
  documents(
    @Root() { number }: EnterpriseReference,
    @Args(() => DocumentArguments) asked: DocumentArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<DocumentEntry>> {
    return services.documents.ofEnterprise(number, pageAskedBy(asked), filterOf(asked));
  }
}

/** What a list is narrowed to. */
export function filterOf({ types, validOnly }: DocumentArguments): DocumentFilter {
  return { types: types ?? null, validOn: validOnly ? brusselsDate(new Date()) : null };
}

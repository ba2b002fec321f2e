import type { Loader } from "@parcours/shared/batching";
import type { Queries } from "@parcours/shared/database";
import { DomainError } from "@parcours/shared/errors";
import { enterpriseNumberAsked } from "@parcours/shared/ids";
import type { Page } from "@parcours/shared/paging";
import { keyPageOf, type KeyPageRequest } from "../owned-pages.js";
import { unknownEnterprise, type Enterprise } from "./enterprise.entity.js";
import { enterpriseErrors } from "./enterprise.errors.js";
import { enterprisesByNumber, searchEnterprises } from "./enterprise.repository.js";
import { searchQuery, searchText } from "./search-text.js";

/** Finds enterprises for one request. */
export class Enterprises {
  readonly #byNumber: Loader<string, Enterprise | null>;

  constructor(private readonly queries: Queries) {
    this.#byNumber = enterprisesByNumber(queries);
  }

  /** The enterprise of a number in any notation, also one that the register does not hold. Errors: ENTERPRISE_NUMBER_INVALID. */
  async byNumber(text: string): Promise<Enterprise> {
    const number = enterpriseNumberAsked(text);
    return (await this.#byNumber.load(number)) ?? unknownEnterprise(number);
  }

  /** Those whose names hold words beginning like these, whose number begins like this. Errors: REGISTRY_SEARCH_TOO_WIDE. */
  async search(name: string | null, numberPrefix: string | null, request: KeyPageRequest): Promise<Page<Enterprise>> {
    const prefix = numberPrefix?.replace(/\D/g, "") || null;
    const isNarrow =
      searchText(name ?? "")
        .split(" ")
        .some((word) => word.length >= 2) || (prefix?.length ?? 0) >= 4;
    if (!isNarrow || (prefix?.length ?? 0) > 10) throw new DomainError(enterpriseErrors.REGISTRY_SEARCH_TOO_WIDE);
    const words = name === null ? null : searchQuery(name);
    const rows = await searchEnterprises(this.queries, { words, prefix }, request.first + 1, request.after);
    return keyPageOf(rows, request, ({ number }) => number);
  }
}

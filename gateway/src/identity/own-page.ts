/**
 * Whether a request with a session comes from a page of this gateway (CSRF): the browser adds the cookie whoever asks. Modern browsers say
 * where a request comes from (`Sec-Fetch-Site`); older ones say it of every POST (`Origin`). A cookie without either is refused.
 */
import type { IncomingHttpHeaders } from "node:http";
import { DomainError } from "@parcours/shared/errors";
import { gatewayErrors } from "../errors.js";

/** @throws DomainError `CROSS_SITE_REFUSED` */
export function mustBeOwnPage(headers: IncomingHttpHeaders, ownOrigin: string): void {
  if (!isOwnPage(headers, ownOrigin)) throw new DomainError(gatewayErrors.CROSS_SITE_REFUSED);
}

function isOwnPage({ "sec-fetch-site": site, origin }: IncomingHttpHeaders, ownOrigin: string): boolean {
  // "none" is the user's own doing: a typed address, a bookmark.
  return site === undefined ? origin === ownOrigin : site === "same-origin" || site === "none";
}

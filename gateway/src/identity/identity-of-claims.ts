/** From the claims of a verified token to who that is. Closed lists: what is not understood is refused, never passed over. */
import { DomainError } from "@parcours/shared/errors";
import { roles, staffRoles } from "@parcours/shared/identity/roles";
import type { Role } from "@parcours/shared/identity/roles";
import type { Language } from "@parcours/shared/languages";
import type { Reader } from "@parcours/shared/visibility/reader";
import type { JWTPayload } from "jose";
import type { FormerAgencies, Identity } from "./identity.js";
import type { IssuerSettings } from "./issuer-settings.js";
import { signInErrors } from "./sign-in.errors.js";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const agencyCode = /^[A-Z0-9][A-Z0-9_]{0,39}$/;
/** Ids of staff and of programs stand in logs and in headers. */
const plainId = /^[\w.:@/+-]{1,100}$/;

/**
 * Who the bearer of a token is. Claims: `parcours_role`, `parcours_agency`, `parcours_staff`, `parcours_person`, `locale`, `client_id` or `azp`.
 * @throws DomainError `TOKEN_IDENTITY_REFUSED`
 */
export function identityOf(claims: JWTPayload, issuer: IssuerSettings, former: FormerAgencies): Identity {
  const role = roleOf(claims["parcours_role"], issuer);
  const system = textOf(claims["client_id"] ?? claims["azp"], plainId);
  const reader: Reader = { role, ...partsOf(role, claims, issuer, former), ...(system && { system }) };
  const language = languageOf(claims["locale"]);
  return { reader, expires: Number(claims.exp), issuer: issuer.issuer, ...(language && { language }) };
}

function roleOf(claim: unknown, { roles: allowed }: IssuerSettings): Role {
  const role = roles.find((known) => known === claim);
  if (!role || (allowed && !allowed.includes(role))) throw refused("role");
  return role;
}

/** What the role needs beside it: staff an agency and an id there, others the person they are; a service nothing. */
function partsOf(role: Role, claims: JWTPayload, issuer: IssuerSettings, former: FormerAgencies): Partial<Reader> {
  if (role === "SERVICE") return {};
  const entrepreneurId = personOf(claims["parcours_person"]);
  if (!staffRoles.includes(role)) {
    if (!entrepreneurId) throw refused("person");
    return { entrepreneurId };
  }
  const agency = textOf(claims["parcours_agency"], agencyCode);
  if (!agency || (issuer.agencies && !issuer.agencies.includes(agency))) throw refused("agency");
  const staffId = textOf(claims["parcours_staff"], plainId);
  if (!staffId) throw refused("staff");
  const formerAgencies = Object.hasOwn(former, agency) ? former[agency] : undefined;
  return { agency, staffId, ...(entrepreneurId && { entrepreneurId }), ...(formerAgencies && { formerAgencies }) };
}

/** Of a member of staff the person is optional, but what is given must be one: a look-up of oneself is told by it. */
function personOf(claim: unknown): string | undefined {
  if (claim === undefined || claim === null) return undefined;
  const id = textOf(typeof claim === "string" ? claim.toLowerCase() : claim, uuid);
  if (!id) throw refused("person");
  return id;
}

function textOf(claim: unknown, form: RegExp): string | undefined {
  return typeof claim === "string" && form.test(claim) ? claim : undefined;
}

/** `fr-BE` → `FR`; another language is no fault of the token. */
function languageOf(claim: unknown): Language | undefined {
  const tag = typeof claim === "string" ? claim.split(/[-_]/, 1)[0]?.toUpperCase() : undefined;
  return (["FR", "NL", "EN"] as const).find((language) => language === tag);
}

function refused(claim: "role" | "agency" | "staff" | "person"): DomainError {
  return new DomainError(signInErrors.TOKEN_IDENTITY_REFUSED, {}, { claim: `parcours_${claim}` });
}

/** What the libraries' failures mean to the bearer of a token. */
import type { ErrorDefinition } from "@parcours/shared/errors";
import { errors } from "jose";
import { signInErrors } from "./sign-in.errors.js";

/** Failures that lie in the token; any other happened on the way to the issuer's keys. */
const faultsOfToken = [
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
];

/** Why `jwtVerify` failed. */
export function tokenFaultOf(error: unknown): ErrorDefinition {
  if (error instanceof errors.JWTExpired) return signInErrors.TOKEN_EXPIRED;
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === "aud")
    return signInErrors.TOKEN_AUDIENCE_WRONG;
  const isFaulty = faultsOfToken.some((kind) => error instanceof kind);
  return isFaulty ? signInErrors.TOKEN_INVALID : signInErrors.SIGN_IN_UNAVAILABLE;
}

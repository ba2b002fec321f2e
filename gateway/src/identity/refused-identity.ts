/** How a refusal of who asks is answered: its status, and the headers that RFC 6750 and RFC 9110 want with it. */
import type { DomainError } from "@parcours/shared/errors";
import type { Language } from "@parcours/shared/languages";
import { GraphQLError } from "graphql";
import { clearCookie, cookieNames } from "./cookies.js";
import { signInErrors, signInStatus } from "./sign-in.errors.js";

const realm = 'Bearer realm="parcours"';
const retryAfterSeconds = "5";

/** The refusal as an error of the whole request, in the reader's language. */
export function refusedIdentity(error: DomainError, language: Language): GraphQLError {
  const { code } = error.definition;
  const status = (signInStatus as Readonly<Record<string, number>>)[code] ?? 400;
  return new GraphQLError(error.messageIn(language), {
    extensions: { ...error.details, code, http: { status, headers: headersOf(code, status) } },
  });
}

function headersOf(code: string, status: number): Readonly<Record<string, string>> {
  if (status === 503) return { "retry-after": retryAfterSeconds };
  if (status !== 401) return {};
  // The browser would bring it for ever, and never be heard.
  if (code === signInErrors.SESSION_ENDED.code)
    return { "www-authenticate": realm, "set-cookie": clearCookie(cookieNames.session) };
  // The code is of our catalogue: it holds nothing that could break out of the quotes.
  return { "www-authenticate": `${realm}, error="invalid_token", error_description="${code}"` };
}

/** The addresses by which browsers sign in and out: `/auth/login`, `/auth/callback`, `/auth/logout`, `/auth/me`. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { DomainError } from "@parcours/shared/errors";
import { GraphQLError } from "graphql";
import { gatewayErrors, refusal } from "../errors.js";
import { clearCookie, cookieNames, readCookie } from "../identity/cookies.js";
import { mustBeOwnPage } from "../identity/own-page.js";
import { ownPath } from "../identity/own-path.js";
import { refusedIdentity } from "../identity/refused-identity.js";
import { signInErrors } from "../identity/sign-in.errors.js";
import type { SignIn } from "../identity/sign-in.js";
import type { TrustedIssuer } from "../identity/trusted-issuer.js";
import { arrivalOf } from "../request-context.js";
import { readJson, send, sendJson, sendRefusal } from "./exchange.js";
import { sendSignInFault } from "./sign-in-fault.js";

/** Addresses below this are answered here. */
export const signInFolder = "/auth/";

const prompts: readonly (string | null)[] = [null, "login", "select_account"];
type Answer = (
  signIn: SignIn,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
) => Promise<void>;

const answers: Readonly<Record<string, Answer>> = {
  "GET /auth/login": login,
  "GET /auth/callback": callback,
  "POST /auth/logout": logout,
  "GET /auth/me": me,
};

/** Answers an address of the sign-in. Browsers that are led here see a page where it fails, programs a coded answer. */
export async function answerSignIn(signIn: SignIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { language } = arrivalOf(request.headers);
  const { pathname, searchParams } = new URL(request.url ?? "/", signIn.publicUrl());
  const answer = answers[`${request.method} ${pathname}`];
  if (!answer) return sendRefusal(response, refusal(gatewayErrors.NOT_FOUND, language, 404));
  try {
    await answer(signIn, request, response, searchParams);
  } catch (error) {
    const known = isUnavailable(error) ? new DomainError(signInErrors.SIGN_IN_UNAVAILABLE) : error;
    const refused = known instanceof DomainError ? refusedIdentity(known, language) : known;
    if (!(refused instanceof GraphQLError)) throw error;
    sendSignInFault(request, response, refused, language);
  }
}

async function login(
  { issuers, flow, publicUrl }: SignIn,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const issuer = issuerNamed(issuers, query.get("issuer"));
  const returnTo = ownPath(query.get("return") ?? "/graphql", publicUrl());
  const prompt = query.get("prompt");
  if (!issuer) throw invalid("issuer");
  if (!returnTo) throw invalid("return");
  if (!prompts.includes(prompt)) throw invalid("prompt");
  const language = arrivalOf(request.headers).language.toLowerCase();
  const { location, cookie } = await flow.begin({ issuer, returnTo, prompt: prompt ?? undefined, language });
  send(response, 303, { location, "set-cookie": cookie }, "");
}

async function callback(
  { flow, sessions }: SignIn,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const begun = readCookie(request.headers.cookie, cookieNames.signIn);
  if (!begun) throw new DomainError(signInErrors.SIGN_IN_FAILED);
  const { identity, returnTo } = await flow.finish(`?${query.toString()}`, begun);
  const cookies = [await sessions.cookieFor(identity), clearCookie(cookieNames.signIn)];
  send(response, 303, { location: returnTo, "set-cookie": cookies }, "");
}

/** Ends the session, of every copy of its cookie. A foreign page must not be able to: signing people out prepares signing them in as somebody else. */
async function logout(
  { publicUrl, sessions }: SignIn,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  mustBeOwnPage(request.headers, publicUrl().origin);
  await readJson(request, arrivalOf(request.headers).language);
  await sessions.end(request);
  sendJson(response, 200, { role: "ANONYMOUS" }, { "set-cookie": clearCookie(cookieNames.session) });
}

/** Who is signed in, as far as a page must know: neither name nor id. */
async function me({ callers }: SignIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const identity = await callers.identityOf(request);
  if (!identity) return sendJson(response, 200, { role: "ANONYMOUS", agency: null, language: null, expires: null });
  const { reader, language = null, expires } = identity;
  const { role, agency = null } = reader;
  sendJson(response, 200, { role, agency, language, expires: new Date(expires * 1_000).toISOString() });
}

function issuerNamed(issuers: readonly TrustedIssuer[], name: string | null): TrustedIssuer | undefined {
  return name === null ? issuers[0] : issuers.find(({ settings }) => settings.issuer === name);
}

function invalid(parameter: string): DomainError {
  return new DomainError(signInErrors.SIGN_IN_REQUEST_INVALID, { parameter }, { parameter });
}

function isUnavailable(error: unknown): boolean {
  return error instanceof Error && error.name === "IssuerUnavailable";
}

/** What a browser shows where signing in fails: a page in the reader's language, with the way on. Programs get the coded answer. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language } from "@parcours/shared/languages";
import type { GraphQLError } from "graphql";
import { clearCookie, cookieNames } from "../identity/cookies.js";
import { send, sendRefusal } from "./exchange.js";

const texts: Readonly<Record<Language, { readonly title: string; readonly again: string; readonly back: string }>> = {
  FR: { title: "Identification", again: "Recommencer", back: "Continuer sans s'identifier" },
  NL: { title: "Aanmelden", again: "Opnieuw beginnen", back: "Verdergaan zonder aan te melden" },
  EN: { title: "Signing in", again: "Begin again", back: "Go on without signing in" },
};

/** Answers a refusal of the sign-in. What was begun is over: its cookie goes. */
export function sendSignInFault(
  request: IncomingMessage,
  response: ServerResponse,
  error: GraphQLError,
  language: Language,
): void {
  const isLed = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
  if (!isLed) return sendRefusal(response, error);
  const { status, headers = {} } = error.extensions["http"] as { status: number; headers?: Record<string, string> };
  const type = { "content-type": "text/html; charset=utf-8" };
  const cleared = [clearCookie(cookieNames.signIn), ...(headers["set-cookie"] ? [headers["set-cookie"]] : [])];
  send(response, status, { ...headers, ...type, "set-cookie": cleared }, page(error.message, language));
}

/** Message and language come from the catalogue; nothing of the request is repeated. */
function page(message: string, language: Language): string {
  const { title, again, back } = texts[language];
  return `<!doctype html>
<html lang="${language.toLowerCase()}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Parcours</title></head>
<body><main><h1>${title}</h1><p role="alert">${escaped(message)}</p><p><a href="/auth/login?prompt=login">${again}</a></p><p><a href="/graphql">${back}</a></p></main></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}

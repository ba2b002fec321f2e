/** Where somebody is led after signing in: a path of this gateway, never another address (open redirect). */

const mostCharacters = 2_000;

/**
 * The path that a parameter names; undefined where it is another's, or could be taken for one: browsers read `\` as `/` and drop control
 * characters, so that `//evil.example` hides in many ways.
 */
export function ownPath(text: string, own: URL): string | undefined {
  const isPath = /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(text) && text.length <= mostCharacters;
  if (!isPath || !URL.canParse(text, own.href)) return undefined;
  const { origin, pathname, search, hash } = new URL(text, own);
  // What is resolved must be what was checked: `/.//evil.example` becomes `//evil.example`.
  return origin === own.origin && !pathname.startsWith("//") ? pathname + search + hash : undefined;
}

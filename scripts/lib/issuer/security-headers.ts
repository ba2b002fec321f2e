import { createHash } from "node:crypto";
import { style } from "./style.js";

/**
 * Headers of every page: no script, no frame, nothing from elsewhere.
 * @param origins where the form's answer may lead on to: browsers hold redirects against `form-action` too
 */
export function pageHeaders(origins: readonly string[]): Record<string, string> {
  const styleHash = createHash("sha256").update(style).digest("base64");
  return {
    "content-security-policy": [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      `form-action ${["'self'", ...origins].join(" ")}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
  };
}

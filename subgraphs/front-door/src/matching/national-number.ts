/** National register numbers as a clue: checked, hashed with a key, and forgotten. They are never a key, an id, a log entry or kept (design 2). */
import { createHmac } from "node:crypto";

/**
 * The eleven digits of a national register or bis number in any notation (`85.07.30-033.28`); null where the text is none. Check digits are those of
 * people born before 2000, or from 2000 on with a 2 before the nine (reference 5.5); a bis number's month is raised by 20 or 40.
 */
export function nationalNumberIn(text: string, today: string): string | null {
  const digits = text.replace(/[\s./-]/g, "");
  if (!/^\d{11}$/.test(digits)) return null;
  const [body, check] = [digits.slice(0, 9), Number(digits.slice(9))];
  const [month, day] = [Number(body.slice(2, 4)) % 20, Number(body.slice(4, 6))];
  // Day and month are 0 where they are not known or their numbers are used up.
  if (Number(body.slice(2, 4)) > 52 || month > 12 || day > 31) return null;
  const mayBeYoung = Number(body.slice(0, 2)) <= Number(today.slice(2, 4));
  const bodies = mayBeYoung ? [body, `2${body}`] : [body];
  return bodies.some((one) => 97 - (Number(one) % 97) === check) ? digits : null;
}

/** The hash by which a number is compared: without the key nobody can try out the hundred million numbers there are. */
export function hashOfNationalNumber(digits: string, key: string): string {
  return createHmac("sha256", key).update(digits).digest("base64url");
}

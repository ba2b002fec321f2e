/** Numbers that are somebody's, in a text that will stand in logs: a case reference, the id of a request (design 6: no personal data in logs). */

/** Digits with what people write between them. */
const digitRuns = /\d(?:[./_-]?\d)*/g;
/** Belgian, with the trunk zero or the country code: 9 or 10 digits as one dials, fixed or mobile. */
const telephone = /^(?:0|(?:00)?320?)[1-9]\d{7,8}$/;

/** Whether a text holds a telephone number or a national register number, however it is divided and whatever stands around it. */
export function holdsPersonalNumber(text: string): boolean {
  const runs = (text.match(digitRuns) ?? []).map((run) => run.replace(/\D/g, ""));
  return runs.some((digits) => telephone.test(digits) || isNationalNumber(digits));
}

/** Eleven digits that begin like a birth date (its month raised by 20 or 40 in a bis number), with the check digits of one. */
function isNationalNumber(digits: string): boolean {
  if (!/^\d{2}[0-5]\d[0-3]\d{6}$/.test(digits)) return false;
  const [body, check] = [digits.slice(0, 9), Number(digits.slice(9))];
  return [body, `2${body}`].some((text) => 97 - (Number(text) % 97) === check);
}

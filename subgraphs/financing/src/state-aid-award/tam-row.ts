/** One row of a TAM export: what is read of it, what is repaired, and why it may be left out. Pure. */
import { parseEnterpriseNumber } from "@parcours/shared/ids";
import { cents } from "@parcours/shared/money";
import { authorityOf } from "./granting-authorities.js";

/**
 * The columns of the export, in its order. `kbo_number`, `id_status`, `aid_element_eur` and `is_brussels` are somebody's reading of the
 * other columns: they are not believed, but read again from the register's own. Names of beneficiaries are not kept: the register of
 * enterprises has them, and some are names of people.
 */
export const tamHeader = [
  "ref_no",
  "sa_number",
  "measure_title",
  "national_id_raw",
  "kbo_number",
  "id_status",
  "beneficiary",
  "beneficiary_type",
  "region",
  "is_brussels",
  "sector_nace_label",
  "aid_instrument",
  "objective",
  "nominal_amount_raw",
  "aid_element_raw",
  "aid_element_eur",
  "currency",
  "granted_on",
  "granting_authority",
  "published_on",
] as const;

type Cells = Readonly<Record<(typeof tamHeader)[number], string>>;

/** An award as it is kept. Amounts are euro cents, days are `YYYY-MM-DD`. */
export interface TamAward {
  readonly reference: string;
  readonly agencyCode: string;
  readonly enterpriseNumber: string;
  readonly grantedOn: string;
  readonly publishedOn: string | null;
  readonly measureNumber: string;
  readonly measureTitle: string;
  readonly instrument: string;
  readonly objective: string;
  readonly nominalCents: bigint | null;
  readonly aidElementCents: bigint | null;
  /** What is published in place of an exact amount. */
  readonly amountNote: string | null;
  /** Whether the enterprise number had lost its leading zero. */
  readonly zeroRestored: boolean;
}

/** Why a row cannot be used. */
export class TamRowFault extends Error {
  override readonly name = "TamRowFault";
}

/** Reads a row. @throws TamRowFault whose message says what is wrong with it */
export function readTamRow(values: readonly string[]): TamAward {
  if (values.length !== tamHeader.length)
    throw new TamRowFault(`has ${values.length} columns in place of ${tamHeader.length}`);
  const cells = Object.fromEntries(tamHeader.map((name, place) => [name, values[place]?.trim() ?? ""])) as Cells;
  if (!/^TM-\d+$/.test(cells.ref_no)) throw new TamRowFault("has no reference like TM-10000167");
  const { number, zeroRestored } = enterpriseIn(cells.national_id_raw);
  if (cells.currency !== "EUR")
    throw new TamRowFault(`is in ${cells.currency || "no currency"}: amounts are kept in euro`);
  return {
    reference: cells.ref_no,
    agencyCode: authorityIn(cells.granting_authority),
    enterpriseNumber: number,
    grantedOn: dayIn("granted_on", cells.granted_on),
    publishedOn: cells.published_on === "" ? null : dayIn("published_on", cells.published_on),
    measureNumber: cells.sa_number,
    measureTitle: cells.measure_title,
    instrument: cells.aid_instrument,
    objective: cells.objective,
    ...amountsIn(cells, number),
    zeroRestored,
  };
}

function enterpriseIn(raw: string): { number: string; zeroRestored: boolean } {
  if (raw === "") throw new TamRowFault("has no enterprise number");
  if ((raw.match(/\d{4}\.?\d{3}\.?\d{3}/g) ?? []).length > 1)
    throw new TamRowFault("has several enterprise numbers in one cell: the award cannot be divided among them");
  if (/^(KvK\b|NL)/i.test(raw))
    throw new TamRowFault("has a foreign identification: the beneficiary is no Belgian enterprise");
  const plain = raw.replace(/^(BCE|KBO|TVA|BTW)\b\W*/i, "");
  const digits = plain.replace(/\D/g, "");
  if (digits === "" || /[a-z]{3}/i.test(plain)) throw new TamRowFault("has a text in place of an enterprise number");
  const number = parseEnterpriseNumber(plain);
  if (number !== null) return { number, zeroRestored: digits.length === 9 };
  const reason =
    digits.length === 9 || digits.length === 10 ? "wrong check digits" : `${digits.length} digits in place of 10`;
  throw new TamRowFault(`the enterprise number ${raw} has ${reason}`);
}

function authorityIn(raw: string): string {
  const code = authorityOf(raw);
  if (code === null)
    throw new TamRowFault(`the granting authority "${raw}" is unknown: add its spelling to granting-authorities.ts`);
  return code;
}

function dayIn(column: string, raw: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(raw) ? new Date(`${raw}T00:00:00Z`) : null;
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== raw)
    throw new TamRowFault(`${column} is no day like 2018-11-09`);
  return raw;
}

function amountsIn(cells: Cells, number: string): Pick<TamAward, "nominalCents" | "aidElementCents" | "amountNote"> {
  const nominalCents =
    cells.nominal_amount_raw === "" ? null : amountIn("nominal_amount_raw", cells.nominal_amount_raw, number);
  // "< 500,000": the register lets a body publish a range for some aids.
  if (/^[<>≤≥]?\s*[\d,.]+(\s*-\s*[\d,.]+)?$/.test(cells.aid_element_raw) && /[<>≤≥,-]/.test(cells.aid_element_raw)) {
    return { nominalCents, aidElementCents: null, amountNote: cells.aid_element_raw };
  }
  if (cells.aid_element_raw === "") throw new TamRowFault("gives no amount");
  return {
    nominalCents,
    aidElementCents: amountIn("aid_element_raw", cells.aid_element_raw, number),
    amountNote: null,
  };
}

function amountIn(column: string, raw: string, number: string): bigint {
  if (raw.replace(/\D/g, "").padStart(10, "0") === number)
    throw new TamRowFault(`${column} is the enterprise number, no amount`);
  const amount = cents(raw);
  if (amount === null || amount < 0n) throw new TamRowFault(`${column} is no amount like 592255.00`);
  return amount;
}

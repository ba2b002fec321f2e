/** For whom a person acts, where 1819 accepts what was said of it: the mandate is added, or gets the days that were said (design 7; J29, J12). */
import type { FactChange } from "@parcours/shared/facts/facts-kept";
import { parseEnterpriseNumber } from "@parcours/shared/ids";
import { isDay } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { refuse } from "@parcours/shared/mutations/user-error";
import { idsOf } from "../identity/identity.repository.js";
import { mandateRoles } from "../labels/mandate-roles.js";
import { insertMandate, lockMandates, mandatePages, sameMandate, writeMandate } from "../mandate/mandate.repository.js";
import { endsAfterItBegins, registerOf, type MandateDays } from "../mandate/mandate.rules.js";

interface Said extends MandateDays {
  readonly enterpriseNumber: string;
  readonly roleCode: string;
}

/**
 * `{ enterpriseNumber: "0123.456.749", role: "DIRECTOR", since: "2024-01-01", until: null }`. A mandate in the same quality on some of the same days
 * gets these days; one that came from a register is the register's, and then nothing is written.
 */
export const changeMandate: FactChange = async (queries, entrepreneurId, value) => {
  const said = saidIn(value);
  if (!said) return null;
  const files = await idsOf(queries, entrepreneurId);
  await lockMandates(queries, files, said.enterpriseNumber);
  const same = await sameMandate(queries, files, said);
  const [former] = same ? await mandatePages.byIds(queries, [same.id]) : [];
  if (former && registerOf(former.source)) return null;
  if (former && !(await writeMandate(queries, former, said))) refuse(mutationErrors.CHANGED_MEANWHILE);
  if (!former) await insertMandate(queries, { entrepreneurId, ...said });
  return { former: former ? shown(former) : null, value: shown(said) };
};

function saidIn(value: unknown): Said | null {
  const given = (value ?? {}) as Partial<Record<"enterpriseNumber" | "role" | "since" | "until", unknown>>;
  const { role, since, until = null } = given;
  const enterpriseNumber =
    typeof given.enterpriseNumber === "string" ? parseEnterpriseNumber(given.enterpriseNumber) : null;
  if (enterpriseNumber === null || typeof role !== "string" || !Object.hasOwn(mandateRoles, role)) return null;
  if (typeof since !== "string" || !isDay(since)) return null;
  if (until !== null && (typeof until !== "string" || !isDay(until))) return null;
  return endsAfterItBegins({ since, until }) ? { enterpriseNumber, roleCode: role, since, until } : null;
}

function shown({ enterpriseNumber, roleCode, since, until }: Said): object {
  return { enterpriseNumber, role: roleCode, since, until };
}

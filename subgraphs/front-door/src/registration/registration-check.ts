import { kernelErrors } from "@parcours/shared/errors";
import { parseEnterpriseNumber } from "@parcours/shared/ids";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { parsePhone } from "@parcours/shared/phone";
import { callerErrors } from "../caller/caller.errors.js";
import { PreferredLanguage } from "../entrepreneur/entrepreneur.entity.js";
import { nationalNumberIn } from "../matching/national-number.js";
import type { PersonRecord } from "../matching/person-record.js";
import { municipalityName } from "../municipality/municipalities.js";
import { registrationErrors } from "./registration.errors.js";
import type { RegisterEntrepreneurInput } from "./registration.inputs.js";
import type { NewFile } from "./registration.repository.js";

/** What was asked, read and whole. */
export interface CheckedRegistration {
  readonly file: Omit<NewFile, "id" | "nationalNumberHash">;
  readonly enterpriseNumbers: readonly string[];
  /** Eleven digits; they go no further than to their hash. */
  readonly nationalNumber: string | null;
}

type Written = NewFile["phones"][number];

const nameLength = { least: 1, most: 100 } as const;
const mostContacts = 5;
const mostEnterprises = 20;

/** Reads the input, and tells all its faults at once. @throws UserFault */
export function checkedRegistration(input: RegisterEntrepreneurInput, today: string): CheckedRegistration {
  const check = new InputCheck();
  const [phones, emails] = [phonesOf(input, check), emailsOf(input, check)];
  const birthDate = input.birthDate ? check.day("birthDate", input.birthDate, { from: "1900-01-01", to: today }) : null;
  const file = {
    givenName: check.text("givenName", input.givenName, nameLength),
    familyName: check.text("familyName", input.familyName, nameLength),
    preferredLanguage: input.preferredLanguage ?? PreferredLanguage.UNKNOWN,
    birthDate,
    municipality: input.municipality?.trim() || null,
    postcode: input.postcode ? check.text("postcode", input.postcode, { least: 1, most: 10 }) : null,
    phones,
    emails,
  };
  if (file.municipality !== null && municipalityName(file.municipality) === null)
    check.code("municipality", file.municipality, []);
  const enterpriseNumbers = enterprisesOf(input, check);
  const nationalNumber = input.nationalNumber?.trim() ? nationalNumberIn(input.nationalNumber, today) : null;
  if (input.nationalNumber?.trim() && nationalNumber === null)
    check.fault(registrationErrors.NATIONAL_NUMBER_INVALID, "nationalNumber");
  if (birthDate === null && phones.length + emails.length === 0 && nationalNumber === null)
    check.fault(registrationErrors.REGISTRATION_CLUE_REQUIRED, "birthDate");
  check.end();
  return { file, enterpriseNumbers, nationalNumber };
}

/** What the input says of somebody, as known persons are compared with it. */
export function recordAsked({ file, enterpriseNumbers }: CheckedRegistration, hash: string | null): PersonRecord {
  const listOf = (value: string | null): readonly string[] => (value === null ? [] : [value]);
  return {
    names: [{ given: file.givenName, family: file.familyName }],
    birthDates: listOf(file.birthDate),
    phones: file.phones.map(({ value }) => value),
    emails: file.emails.map(({ value }) => value),
    formerPhones: [],
    formerEmails: [],
    enterpriseNumbers,
    municipalities: listOf(file.municipality),
    nationalNumberHashes: listOf(hash),
  };
}

function phonesOf({ phones }: RegisterEntrepreneurInput, check: InputCheck): Written[] {
  return listed("phones", phones, mostContacts, check).flatMap((raw) => {
    const phone = parsePhone(raw);
    if (phone.kind === "E164") return [{ value: phone.e164, raw: raw.trim() }];
    const fault = phone.kind === "INVALID" ? callerErrors.PHONE_INVALID : registrationErrors.PHONE_FINDS_NOBODY;
    check.fault(fault, "phones");
    return [];
  });
}

function emailsOf({ emails }: RegisterEntrepreneurInput, check: InputCheck): Written[] {
  return listed("emails", emails, mostContacts, check).flatMap((raw) => {
    const value = raw.trim().toLowerCase();
    if (value.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return [{ value, raw: raw.trim() }];
    check.fault(registrationErrors.EMAIL_INVALID, "emails");
    return [];
  });
}

function enterprisesOf({ enterpriseNumbers }: RegisterEntrepreneurInput, check: InputCheck): string[] {
  return listed("enterpriseNumbers", enterpriseNumbers, mostEnterprises, check).flatMap((raw) => {
    const number = parseEnterpriseNumber(raw);
    if (number === null) check.fault(kernelErrors.ENTERPRISE_NUMBER_INVALID, "enterpriseNumbers");
    return number === null ? [] : [number];
  });
}

/** Each value once. */
function listed(name: string, values: readonly string[] | null | undefined, most: number, check: InputCheck): string[] {
  const once = [...new Set(values ?? [])];
  if (once.length > most) check.fault(registrationErrors.TOO_MANY_VALUES, name, { most });
  return once.slice(0, most);
}

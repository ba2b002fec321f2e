/** The seven tables of KBO Open Data: how each file is headed, and how one of its rows becomes a row of ours. */
import type { CopyValue } from "@parcours/shared/import/copy-rows";
import { parsePhone } from "@parcours/shared/phone";
import { brusselsNisOf } from "../address/municipality.rules.js";
import { searchText } from "../enterprise/search-text.js";
import {
  dayFirst,
  digits,
  entityNumber,
  fourDigits,
  naceDigits,
  optional,
  optionalDigits,
  required,
  threeDigits,
} from "./values.js";

/** One file and the table it fills. */
export interface KboTable {
  /** Table of ours; its staging table is called `staging_<name>`. */
  readonly name: string;
  /** Name of the file. */
  readonly file: string;
  readonly header: readonly string[];
  /** Columns of ours that a row fills, all of them texts but for dates. */
  readonly columns: readonly string[];
  /** Columns that are dates. */
  readonly dates: readonly string[];
  /** The columns that no two rows may share; absent where a row is nothing but its values. */
  readonly key?: readonly string[];
  /** The column that says of which entity a row tells. */
  readonly entityColumn: string;
  /** Reads one row. @throws BadRow */
  readonly read: (values: readonly string[]) => CopyValue[];
}

const enterprise: KboTable = {
  name: "enterprise",
  file: "enterprise.csv",
  header: [
    "EnterpriseNumber",
    "Status",
    "JuridicalSituation",
    "TypeOfEnterprise",
    "JuridicalForm",
    "JuridicalFormCAC",
    "StartDate",
  ],
  columns: ["number", "status_code", "situation_code", "type_code", "form_code", "form_cac_code", "start_date"],
  dates: ["start_date"],
  key: ["number"],
  entityColumn: "number",
  read: ([number = "", status = "", situation = "", type = "", form = "", formCac = "", start = ""]) => [
    entityNumber("EnterpriseNumber", number, "enterprise"),
    required("Status", status),
    optionalDigits("JuridicalSituation", situation, threeDigits),
    required("TypeOfEnterprise", type),
    optionalDigits("JuridicalForm", form, threeDigits),
    optionalDigits("JuridicalFormCAC", formCac, threeDigits),
    dayFirst("StartDate", start),
  ],
};

const establishment: KboTable = {
  name: "establishment",
  file: "establishment.csv",
  header: ["EstablishmentNumber", "StartDate", "EnterpriseNumber"],
  columns: ["number", "start_date", "enterprise_number"],
  dates: ["start_date"],
  key: ["number"],
  entityColumn: "enterprise_number",
  read: ([number = "", start = "", owner = ""]) => [
    entityNumber("EstablishmentNumber", number, "establishment"),
    dayFirst("StartDate", start),
    entityNumber("EnterpriseNumber", owner, "enterprise"),
  ],
};

const branch: KboTable = {
  name: "branch",
  file: "branch.csv",
  header: ["Id", "StartDate", "EnterpriseNumber"],
  columns: ["id", "start_date", "enterprise_number"],
  dates: ["start_date"],
  key: ["id"],
  entityColumn: "enterprise_number",
  read: ([id = "", start = "", owner = ""]) => [
    entityNumber("Id", id, "branch"),
    dayFirst("StartDate", start),
    entityNumber("EnterpriseNumber", owner, "enterprise"),
  ],
};

const denomination: KboTable = {
  name: "denomination",
  file: "denomination.csv",
  header: ["EntityNumber", "Language", "TypeOfDenomination", "Denomination"],
  columns: ["entity_number", "language_code", "type_code", "denomination", "search"],
  dates: [],
  entityColumn: "entity_number",
  read: ([entity = "", language = "", type = "", name = ""]) => [
    entityNumber("EntityNumber", entity),
    required("Language", language),
    digits("TypeOfDenomination", type, threeDigits),
    required("Denomination", name),
    searchText(name),
  ],
};

const address: KboTable = {
  name: "address",
  file: "address.csv",
  header: [
    "EntityNumber",
    "TypeOfAddress",
    "CountryNL",
    "CountryFR",
    "Zipcode",
    "MunicipalityNL",
    "MunicipalityFR",
    "StreetNL",
    "StreetFR",
    "HouseNumber",
    "Box",
    "ExtraAddressInfo",
    "DateStrikingOff",
  ],
  columns: [
    "entity_number",
    "type_code",
    "country_nl",
    "country_fr",
    "zipcode",
    "municipality_nl",
    "municipality_fr",
    "street_nl",
    "street_fr",
    "house_number",
    "box",
    "extra_info",
    "struck_off_on",
    "nis",
  ],
  dates: ["struck_off_on"],
  key: ["entity_number", "type_code"],
  entityColumn: "entity_number",
  read: ([entity = "", type = "", ...others]) => {
    const texts = others.slice(0, -1).map(optional);
    const [, , zipcode = null, municipalityNl = null, municipalityFr = null] = texts;
    return [
      entityNumber("EntityNumber", entity),
      required("TypeOfAddress", type),
      ...texts,
      dayFirst("DateStrikingOff", others.at(-1) ?? ""),
      brusselsNisOf(municipalityFr, municipalityNl, zipcode),
    ];
  },
};

const contact: KboTable = {
  name: "contact",
  file: "contact.csv",
  header: ["EntityNumber", "EntityContact", "ContactType", "Value"],
  columns: ["entity_number", "entity_contact_code", "type_code", "value", "e164"],
  dates: [],
  entityColumn: "entity_number",
  read: ([entity = "", holder = "", type = "", value = ""]) => [
    entityNumber("EntityNumber", entity),
    required("EntityContact", holder),
    required("ContactType", type),
    required("Value", value),
    type.trim() === "TEL" ? e164(value) : null,
  ],
};

const activity: KboTable = {
  name: "activity",
  file: "activity.csv",
  header: ["EntityNumber", "ActivityGroup", "NaceVersion", "NaceCode", "Classification"],
  columns: ["entity_number", "group_code", "nace_version", "nace_code", "classification_code"],
  dates: [],
  entityColumn: "entity_number",
  read: ([entity = "", group = "", version = "", code = "", classification = ""]) => [
    entityNumber("EntityNumber", entity),
    digits("ActivityGroup", group, threeDigits),
    digits("NaceVersion", version, fourDigits),
    digits("NaceCode", code, naceDigits),
    required("Classification", classification),
  ],
};

/** In the order in which they are read: entities before what hangs on them. */
export const kboTables: readonly KboTable[] = [
  enterprise,
  establishment,
  branch,
  denomination,
  address,
  contact,
  activity,
];

/** The header of `code.csv`. */
export const codeHeader = ["Category", "Code", "Language", "Description"] as const;

function e164(value: string): string | null {
  const phone = parsePhone(value);
  return phone.kind === "E164" ? phone.e164 : null;
}

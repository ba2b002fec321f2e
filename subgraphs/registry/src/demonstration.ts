/** What the register tells of demonstration enterprises: rows of the same tables as an import's, under numbers that were never issued. */
import type {
  ActivityStory,
  AddressStory,
  EnterpriseStory,
  EstablishmentStory,
} from "@parcours/shared/demonstration/enterprise-story";
import { outboxRow, outboxTable } from "@parcours/shared/demonstration/entry-rows";
import type { DemonstrationLoader, Emit } from "@parcours/shared/demonstration/loader";
import { demonstrationSource } from "@parcours/shared/demonstration/loader";
import { trades } from "@parcours/shared/demonstration/sectors";
import { contactRow, type EnterpriseContact } from "@parcours/shared/feed/contact";
import { displayNameOf, type NameRow } from "./enterprise/display-name.rules.js";
import { searchText } from "./enterprise/search-text.js";

/** What registry tells of each demonstration enterprise. */
export const demonstration: DemonstrationLoader = {
  tables: [
    { name: "register_extract", columns: ["extract_number", "snapshot_date", "version", "imported_at"] },
    { name: "register_code", columns: ["category", "code", "fr", "nl", "de", "en"] },
    {
      name: "enterprise",
      columns: ["number", "status_code", "situation_code", "type_code", "form_code", "form_cac_code", "start_date"],
    },
    { name: "establishment", columns: ["number", "start_date", "enterprise_number"] },
    {
      name: "denomination",
      columns: ["entity_number", "type_code", "language_code", "denomination", "enterprise_number", "search"],
    },
    {
      name: "address",
      columns: [
        "entity_number",
        "type_code",
        "country_nl",
        "country_fr",
        "zipcode",
        "municipality_nl",
        "municipality_fr",
        "nis",
        "street_nl",
        "street_fr",
        "house_number",
        "box",
        "extra_info",
        "struck_off_on",
      ],
    },
    { name: "contact", columns: ["entity_number", "entity_contact_code", "type_code", "value", "e164"] },
    { name: "activity", columns: ["entity_number", "group_code", "nace_version", "nace_code", "classification_code"] },
    {
      name: "annual_accounts",
      columns: [
        "id",
        "enterprise_number",
        "year",
        "closed_on",
        "filed_on",
        "equity",
        "turnover",
        "result",
        "balance_total",
        "staff",
      ],
    },
    outboxTable,
  ],
  world({ asOf }, emit) {
    emit("register_extract", {
      extract_number: null,
      snapshot_date: asOf,
      version: null,
      imported_at: new Date(`${asOf}T00:00:00Z`),
    });
    tellNaceLabels(emit);
  },
  story({ enterprises }, _world, emit) {
    for (const enterprise of enterprises) tellEnterprise(enterprise, emit);
  },
};

/** What the demonstration's activities are called, until the register's own labels are imported. */
function tellNaceLabels(emit: Emit): void {
  const told = new Set<string>();
  for (const { nace2025, nace2008, fr, nl, en } of Object.values(trades).flat()) {
    for (const [category, code] of [
      ["Nace2025", nace2025],
      ["Nace2008", nace2008],
    ] as const) {
      if (told.has(category + code)) continue;
      told.add(category + code);
      emit("register_code", { category, code, fr, nl, de: null, en });
    }
  }
}

function tellEnterprise(enterprise: EnterpriseStory, emit: Emit): void {
  emit("enterprise", {
    number: enterprise.number,
    status_code: "AC",
    situation_code: enterprise.juridicalSituation,
    type_code: enterprise.naturalPerson ? "1" : "2",
    form_code: enterprise.legalForm,
    form_cac_code: enterprise.legalFormCac,
    start_date: enterprise.startDate,
  });
  const names = namesOf(enterprise);
  for (const name of names) tellName(enterprise.number, enterprise.number, name, emit);
  // The register gives a natural person no address of a seat.
  if (!enterprise.naturalPerson) tellAddress(enterprise.number, "REGO", enterprise.address, emit);
  tellActivities(enterprise.number, enterprise.activities, emit);
  for (const { type, value, e164 } of enterprise.contacts) {
    emit("contact", { entity_number: enterprise.number, entity_contact_code: "ENT", type_code: type, value, e164 });
  }
  for (const establishment of enterprise.establishments) tellEstablishment(enterprise.number, establishment, emit);
  tellAccounts(enterprise, emit);
  emit("outbox", outboxRow(contactRow(contactOf(enterprise, names), demonstrationSource)));
}

/** A name that is the same in both languages stands once, under the first of them. */
function namesOf({
  nameFr,
  nameNl,
  abbreviation,
  commercialName,
  establishments,
}: EnterpriseStory): readonly NameRow[] {
  const isOnEstablishment = establishments.some((establishment) => establishment.commercialName === commercialName);
  return [
    { typeCode: "001", languageCode: "1", denomination: nameFr },
    ...(nameNl === nameFr ? [] : [{ typeCode: "001", languageCode: "2", denomination: nameNl }]),
    ...(abbreviation ? [{ typeCode: "002", languageCode: "0", denomination: abbreviation }] : []),
    ...(commercialName && !isOnEstablishment
      ? [{ typeCode: "003", languageCode: "0", denomination: commercialName }]
      : []),
  ];
}

function tellName(
  entity: string,
  enterprise: string,
  { typeCode, languageCode, denomination }: NameRow,
  emit: Emit,
): void {
  emit("denomination", {
    entity_number: entity,
    type_code: typeCode,
    language_code: languageCode,
    denomination,
    enterprise_number: enterprise,
    search: searchText(denomination),
  });
}

function tellAddress(entity: string, type: "REGO" | "BAET", address: AddressStory, emit: Emit): void {
  emit("address", {
    entity_number: entity,
    type_code: type,
    country_nl: null,
    country_fr: null,
    zipcode: address.postcode,
    municipality_nl: address.municipalityNl,
    municipality_fr: address.municipalityFr,
    nis: address.nis,
    street_nl: address.streetNl,
    street_fr: address.streetFr,
    house_number: address.houseNumber,
    box: address.box,
    extra_info: null,
    struck_off_on: null,
  });
}

/** Each activity in both versions, as the register carries them side by side; the same code twice in a group stands once. */
function tellActivities(entity: string, activities: readonly ActivityStory[], emit: Emit): void {
  const told = new Set<string>();
  for (const { group, nace2025, nace2008, classification } of activities) {
    for (const [version, code] of [
      ["2025", nace2025],
      ["2008", nace2008],
    ] as const) {
      const key = [group, version, code, classification].join(" ");
      if (told.has(key)) continue;
      told.add(key);
      emit("activity", {
        entity_number: entity,
        group_code: group,
        nace_version: version,
        nace_code: code,
        classification_code: classification,
      });
    }
  }
}

function tellEstablishment(
  enterprise: string,
  { number, startDate, commercialName, address }: EstablishmentStory,
  emit: Emit,
): void {
  emit("establishment", { number, start_date: startDate, enterprise_number: enterprise });
  tellAddress(number, "BAET", address, emit);
  if (commercialName)
    tellName(number, enterprise, { typeCode: "003", languageCode: "0", denomination: commercialName }, emit);
}

function tellAccounts({ number, annualAccounts }: EnterpriseStory, emit: Emit): void {
  for (const { id, year, closedOn, filedOn, equity, turnover, result, balanceTotal, staff } of annualAccounts) {
    emit("annual_accounts", {
      id,
      enterprise_number: number,
      year,
      closed_on: closedOn,
      filed_on: filedOn,
      equity,
      turnover,
      result,
      balance_total: balanceTotal,
      staff,
    });
  }
}

function contactOf(
  { number, naturalPerson, address, contacts }: EnterpriseStory,
  names: readonly NameRow[],
): EnterpriseContact {
  return {
    enterpriseNumber: number,
    names: { fr: displayNameOf(names, "FR"), nl: displayNameOf(names, "NL") },
    municipality: naturalPerson ? { fr: null, nl: null } : { fr: address.municipalityFr, nl: address.municipalityNl },
    phones: [...new Set(contacts.flatMap(({ e164 }) => (e164 ? [e164] : [])))].sort(),
    emails: [...new Set(contacts.flatMap(({ type, value }) => (type === "EMAIL" ? [value.toLowerCase()] : [])))].sort(),
  };
}

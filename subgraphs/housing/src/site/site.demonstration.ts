import type { PermanenceStory, SiteStory, UnitStory } from "@parcours/shared/demonstration/housing-story";
import type { Emit, Row } from "@parcours/shared/demonstration/loader";
import { Random } from "@parcours/shared/demonstration/random";
import { staffMemberOf } from "@parcours/shared/demonstration/staff";
import type { World } from "@parcours/shared/demonstration/story";

/** A site with what it lets and who comes. */
export function emitSite(site: SiteStory, world: World, emit: Emit): void {
  emit("site", siteRow(site));
  for (const [position, unit] of site.units.entries()) emit("site_unit", unitRow(site, unit, position));
  for (const permanence of site.permanences) emit("permanence", permanenceRow(permanence, site, world));
}

function siteRow({ id, agency, operator, kind, ownership, name, youthFriendly, address, openedOn }: SiteStory): Row {
  return {
    id,
    agency_code: agency,
    operator_name: operator,
    kind_code: kind,
    ownership_code: ownership,
    name_fr: name.fr,
    name_nl: name.nl,
    name_en: name.en,
    youth_friendly: youthFriendly,
    nis_code: address.nis,
    postcode: address.postcode,
    municipality_fr: address.municipalityFr,
    municipality_nl: address.municipalityNl,
    street_fr: address.streetFr,
    street_nl: address.streetNl,
    house_number: address.houseNumber,
    opened_on: openedOn,
  };
}

function unitRow(site: SiteStory, { id, code, kind, squareMetres }: UnitStory, position: number): Row {
  return { id, site_id: site.id, position, code, kind_code: kind, square_metres: squareMetres };
}

/** Each site has one room for permanences; who sits in it for an agency stays the same. */
function permanenceRow(
  { id, agency, weekday, opensAt, closesAt, since, until }: PermanenceStory,
  site: SiteStory,
  world: World,
): Row {
  const { staffId, name } = staffMemberOf(agency, new Random(world.seed, `permanence ${agency}`, site.index));
  return {
    id,
    agency_code: agency,
    site_id: site.id,
    place: "P1",
    staff_id: staffId,
    advisor_name: name,
    weekday,
    opens_at: opensAt,
    closes_at: closesAt,
    since,
    until,
  };
}

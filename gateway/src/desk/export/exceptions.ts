/**
 * What the graph tells on the way and is not the person's: fields that a copy of the person's dossier leaves out, each with its reason. Every
 * other field that can be reached is in the copy; a test holds both against the supergraph.
 */

const ofTheAgency = "about the agency, not the person; the graph tells it to everybody";
const ofTheSite = "about the site, not the person; the graph tells it to everybody";
const inHistory = "told whole, page by page, in the field's history";
const ofOthers = "about other members of the site";
const ofAnother = "tells of somebody else's file while it is in doubt whose it is";

/** By `Type.field`. */
export const leftOut: Readonly<Record<string, string>> = {
  "Entrepreneur.contactPoints": inHistory,
  "Entrepreneur.mandates": inHistory,
  "Entrepreneur.identityEvents": ofAnother,
  "Entrepreneur.matchReviews": ofAnother,
  "Agency.pole": ofTheAgency,
  "Agency.validFrom": ofTheAgency,
  "Agency.validTo": ofTheAgency,
  "Agency.successor": ofTheAgency,
  "Agency.external": ofTheAgency,
  "Site.operator": ofTheSite,
  "Site.operatorName": ofTheSite,
  "Site.youthFriendly": ofTheSite,
  "Site.openedOn": ofTheSite,
  "Site.kind": ofTheSite,
  "Site.ownership": ofTheSite,
  "Site.nisCode": ofTheSite,
  "Site.units": ofTheSite,
  "Site.permanences": ofTheSite,
  "Site.members": ofOthers,
  "Site.needs": ofOthers,
};

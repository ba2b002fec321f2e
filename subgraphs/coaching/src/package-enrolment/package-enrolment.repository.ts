import { codeOf } from "@parcours/shared/graphql/code";
import { defineEntries } from "@parcours/shared/row-reader";
import { belongings } from "../labels/belongings.js";
import { entitlements } from "../labels/entitlements.js";
import { packageLevels, packages, packageVariants } from "../labels/packages.js";
import { kinds } from "../manifest.js";
import { PackageEnrolment } from "./package-enrolment.entity.js";
import { entitlementsOf, entryIsSelective } from "./package-enrolment.rules.js";

/** Enrolments in packages, by id, person and enterprise. */
export const packageEnrolments = defineEntries<PackageEnrolment>({
  entity: PackageEnrolment,
  typeName: "PackageEnrolment",
  table: "package_enrolment",
  kinds,
  kindOf: () => "PACKAGE_ENROLMENT",
  complete: ({ enterpriseNumber, packageCode, levelCode, variantCode }) => ({
    belongsTo: codeOf(belongings, enterpriseNumber === null ? "PERSON" : "ENTERPRISE"),
    package: codeOf(packages, packageCode),
    level: codeOf(packageLevels, levelCode),
    variant: codeOf(packageVariants, variantCode),
    selective: entryIsSelective(levelCode),
    entitlements: entitlementsOf(packageCode, levelCode).map((code) => codeOf(entitlements, code)),
  }),
});

/** A throw-away database for one test file, made as the product makes its own: an owner that migrates, an app role that serves. */
import { randomBytes } from "node:crypto";
import { dropDatabase, prepareDatabase, type DatabaseUrls } from "../database-roles.js";

/** A database of one test file. */
export interface TestDatabase extends DatabaseUrls {
  readonly database: string;
  /** Removes it with its roles, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * Makes an empty database with two roles of its own on the test cluster (some 50 ms).
 * @param name what it is for: stands in the database's name, so that a left-over tells where it is from
 * @throws Error when no test cluster runs: Jest's global set-up starts one (`PARCOURS_TEST_ADMIN_URL`)
 */
export async function createTestDatabase(name: string): Promise<TestDatabase> {
  const adminUrl = testAdminUrl();
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 20);
  const database = `${testPrefix()}${plain}_${randomBytes(4).toString("hex")}`;
  const password = randomBytes(12).toString("base64url");
  const urls = await prepareDatabase(adminUrl, { database, ownerPassword: password, appPassword: password });
  return { ...urls, database, drop: () => dropDatabase(adminUrl, database) };
}

/** The administrator of the test cluster. @throws Error when none runs */
export function testAdminUrl(): string {
  const url = process.env["PARCOURS_TEST_ADMIN_URL"];
  if (url) return url;
  throw new Error(
    "No test database server: run Jest with scripts/quality/jest.config.cjs, or set PARCOURS_TEST_ADMIN_URL.",
  );
}

/** What the names of this run's databases begin with; the run's end removes whatever is left of them. */
export function testPrefix(): string {
  return process.env["PARCOURS_TEST_PREFIX"] ?? "test_";
}

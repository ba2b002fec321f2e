const { join } = require("node:path");

const root = join(__dirname, "../..");

/**
 * Before the tests: builds what changed (end-to-end tests start the compiled programs) and opens the database server of this run.
 * A machine on which none starts still runs the tests that need none; those that do say why.
 */
module.exports = async function startDatabases() {
  const { build } = await import(join(root, "scripts/build.mjs"));
  await build();
  // Whoever runs Jest several times opens one server for all.
  if (process.env.PARCOURS_TEST_ADMIN_URL) return;
  const { openTestCluster } = await import(join(root, "scripts/dist/lib/postgres/test-cluster.js"));
  try {
    const cluster = await openTestCluster();
    process.env.PARCOURS_TEST_ADMIN_URL = cluster.adminUrl;
    process.env.PARCOURS_TEST_PREFIX = cluster.prefix;
    globalThis.parcoursTestCluster = cluster;
  } catch (error) {
    console.error(`\nNo database for the tests: ${error.message}`);
  }
};

/** After the tests: removes this run's databases, and its server where it had one of its own. */
module.exports = async function stopDatabases() {
  await globalThis.parcoursTestCluster?.close();
};

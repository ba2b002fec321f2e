/** Names that the issuer and those who ask it share. */

/** The resource that access tokens are for. */
export const graphAudience = "urn:parcours:graph";
/** The gateway's client: authorisation code with PKCE. */
export const gatewayClient = "parcours-gateway";
/** The client of `pnpm run token`. */
export const commandLineClient = "parcours-command-line";
/** The grant by which `pnpm run token` gets a person's token: it names the person in the parameter `person`. */
export const personGrant = "urn:parcours:grant-type:demonstration-person";

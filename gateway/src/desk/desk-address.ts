/** How the supergraph names the single desk. */
export const deskName = "desk";

/** Where the supergraph says it is: nowhere, for it is asked without a connection. */
export const deskUrl = "http://desk.invalid/graphql";

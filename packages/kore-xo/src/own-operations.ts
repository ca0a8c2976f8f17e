/**
 * Ids of the operations that this package adds to the service's own. Errors and resume tokens carry them, so they are
 * unique over all providers.
 */
export const ownOperations = { listSessions: "listXoSessions", lookUpSessions: "lookUpXoSessions" } as const;

/** `createSession` to `CreateSession`, `foundry-aip-agents` to `FoundryAipAgents`, `sso_type` to `SsoType`. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}

/** `SessionStatus` to `sessionStatus`. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

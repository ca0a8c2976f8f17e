import type { Contract } from "../contract.js";
import type { Target } from "./sent-request.js";

/** A description that answers at another address than the one it names. */
export interface MountedContract {
  readonly contract: Contract;
  /**
   * The address in place of the description's server URL: `https://gateway.example/foundry/api`. Every request to a URL
   * beneath it belongs to the description, also where that has no such path.
   */
  readonly baseUrl: string | URL;
}

/** Where a request belongs. */
export interface Destination {
  readonly contract: Contract;
  readonly method: string;
  /** The path as the description has it. */
  readonly path: string;
}

type Claim = (target: Target) => Destination | undefined;

/** Finds the description that a URL belongs to: the first that claims it. */
export function createFindDestination(contracts: readonly (Contract | MountedContract)[]): Claim {
  const claims = contracts.map((entry) => ("contract" in entry ? mounted(entry) : bare(entry)));
  return (target) => {
    for (const claim of claims) {
      const destination = claim(target);
      if (destination !== undefined) return destination;
    }
    return undefined;
  };
}

/** Without an address, the paths alone decide: the same service may answer at any host. */
function bare(contract: Contract): Claim {
  return ({ method, url: { pathname: path } }) =>
    contract.match(method, path) === undefined ? undefined : { contract, method, path };
}

function mounted({ contract, baseUrl }: MountedContract): Claim {
  const { origin, pathname } = new URL(baseUrl);
  const prefix = pathname.replace(/\/+$/, "");
  const basePath = contract.operations[0]?.basePath ?? "";
  return ({ method, url }) => {
    if (url.origin !== origin || !`${url.pathname}/`.startsWith(`${prefix}/`)) return undefined;
    return { contract, method, path: basePath + url.pathname.slice(prefix.length) };
  };
}

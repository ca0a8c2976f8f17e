export { ContractError } from "./contract-error.js";
export { contractFetch } from "./contract-fetch.js";
export { createContract } from "./contract.js";
export type { Contract, ContractOptions, Match, OperationInfo } from "./contract.js";
export type {
  CompiledBody,
  CompiledDescription,
  CompiledHeader,
  CompiledMedia,
  CompiledOperation,
  CompiledParameter,
  CompiledResponse,
  CredentialPlace,
  DefinitionPlace,
  HiddenNode,
  JsonType,
  ParameterStyle,
  SchemaCheck,
  SchemaError,
  TextForm,
  UnionArm,
} from "./description.js";
export type { Deviation, DeviationKind } from "./deviation.js";
export type { MountedContract } from "./fetch/mount.js";
export type { ContractFetch, ContractFetchOptions, ContractMode, UncheckedBody } from "./fetch/options.js";
export { formatDeviation } from "./format-deviation.js";
export type { DocsUrl } from "./link.js";
export type { RequestParts, ResponseParts } from "./parts.js";

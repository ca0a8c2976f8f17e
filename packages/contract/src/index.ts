export { createContract } from "./contract.js";
export type { Contract, Match, OperationInfo } from "./contract.js";
export type {
  CompiledBody,
  CompiledDescription,
  CompiledHeader,
  CompiledMedia,
  CompiledOperation,
  CompiledParameter,
  CompiledResponse,
  CredentialPlace,
  JsonType,
  ParameterStyle,
  SchemaCheck,
  SchemaError,
  TextForm,
  UnionArm,
} from "./description.js";
export type { Deviation, DeviationKind } from "./deviation.js";
export type { RequestParts, ResponseParts } from "./parts.js";

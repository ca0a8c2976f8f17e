// Turns schemas into declarations of named types. openapi-typescript does the hard part; what it writes for itself
// (`components["schemas"]["Session"]`) becomes what a person would write (`Session`).
import openapiTS, { type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { commentLines } from "./doc-comment.ts";
import { isRef, resolve, type OpenApi, type Ref, type Schema } from "./document.ts";
import { openEnumType } from "./open-enum.ts";
import { printDeclaration } from "./print-declaration.ts";
import { referencesOf, TypeRewriter, type Usage } from "./type-rewriter.ts";

export interface TypeSource {
  /** Names of the types that this one is made of. */
  readonly references: ReadonlySet<string>;
  print(usage: Usage): string;
}

export async function compileSchemas(schemas: Readonly<Record<string, Schema>>): Promise<Map<string, TypeSource>> {
  const document: OpenApi = {
    openapi: "3.1.0",
    info: { title: "Schemas", version: "0" },
    paths: {},
    components: { schemas },
  };
  const docs = new Map<ts.Node, readonly string[]>();
  const nodes = await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
    silent: true,
    defaultNonNullable: false,
    transform: openEnumType,
    transformProperty(property, schema) {
      docs.set(property, documentation(document, schema as Schema | Ref));
      return property;
    },
  });
  return new Map(
    schemaMembers(nodes).map(({ name, type }) => {
      const comment = documentation(document, schemas[name] ?? {});
      const source: TypeSource = {
        references: referencesOf(type),
        print: (usage) => printDeclaration(name, new TypeRewriter(docs, usage).type(type), comment),
      };
      return [name, source];
    }),
  );
}

/** The description of a schema or, where it has none, of what it refers to. */
function documentation(document: OpenApi, node: Schema | Ref): string[] {
  const schema = resolve<Schema>(document, node);
  const description = node.description ?? schema.description;
  const value = isRef(node) || schema.default === undefined ? undefined : JSON.stringify(schema.default);
  const untold = value !== undefined && !/\bdefault/i.test(description ?? "");
  return commentLines(
    description,
    untold ? `Default: \`${value}\`.` : undefined,
    schema.deprecated ? "@deprecated" : "",
  );
}

interface SchemaMember {
  readonly name: string;
  readonly type: ts.TypeNode;
}

/** The members of `components.schemas` in openapi-typescript's output. */
function schemaMembers(nodes: readonly ts.Node[]): SchemaMember[] {
  const components = nodes.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === "components");
  const members = components && ts.isInterfaceDeclaration(components) ? components.members : [];
  const schemas = propertiesOf(members).find(({ name }) => name === "schemas")?.type;
  return schemas && ts.isTypeLiteralNode(schemas) ? propertiesOf(schemas.members) : [];
}

function propertiesOf(members: Iterable<ts.TypeElement>): SchemaMember[] {
  return [...members].flatMap((member) => {
    if (!ts.isPropertySignature(member) || member.type === undefined) return [];
    const { name } = member;
    return ts.isIdentifier(name) || ts.isStringLiteral(name) ? [{ name: name.text, type: member.type }] : [];
  });
}
